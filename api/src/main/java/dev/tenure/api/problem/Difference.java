package dev.tenure.api.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a request differs from the hire that exists.
 *
 * @param pointer where, as a JSON pointer into the body
 * @param existing the value of the hire that exists, as text
 * @param requested the value requested, as text
 */
@Serdeable
@Schema(name = "Difference", description = "Where a request differs from the hire that exists")
public record Difference(String pointer, @Nullable String existing, @Nullable String requested) {}
