package dev.tenure.api.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the body
 * @param code stable name of the rule
 * @param detail what is wrong and what would be right
 */
@Serdeable
@Schema(name = "FieldError", description = "One thing that is wrong with a request")
public record FieldError(
    @Schema(example = "/milestones/0/amount/amount") String pointer, String code, String detail) {}
