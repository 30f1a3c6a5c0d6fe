package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Texts;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** An invitation of a trainer to a job. */
@Serdeable
public record JobInviteRequest(
    @NotNull(message = Limits.REQUIRED)
        @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
        @Size(max = Limits.TEXT, message = Limits.TOO_LONG)
        String freelancerId)
    implements RequestBody {}
