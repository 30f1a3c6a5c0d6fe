package dev.tenure.api.hires;

import dev.tenure.api.problem.Pointer;
import dev.tenure.model.Resolution;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an incident, as sent.
 *
 * @param action retry tries the same step again now; abort gives the hire up
 */
@Serdeable
@Schema(name = "ResolveRequest")
record ResolveRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            nullable = false,
            type = "string",
            allowableValues = {"retry", "abort"})
        @Nullable String action) {

  static Resolution read(byte @Nullable [] body) {
    String action = BodyReader.read(body, ResolveRequest.class).action();
    var violations = new Violations();
    Pointer at = Pointer.ROOT.to("action");
    violations.required(at, action, 20);
    Resolution read = violations.choice(at, action, Resolution.RETRY, Resolution::wire);
    violations.throwIfAny();
    return read;
  }
}
