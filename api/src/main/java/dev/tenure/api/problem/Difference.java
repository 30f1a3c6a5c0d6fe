package dev.tenure.api.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a request differs from the hire that exists.
 *
 * @param pointer where, as a JSON pointer into the body
 */
@Serdeable
@Schema(name = "Difference", description = "Where a request differs from the hire that exists")
public record Difference(String pointer, @Nullable Object existing, @Nullable Object requested) {}
