package dev.tenure.api.approvals;

import dev.tenure.api.body.Patterns;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision, as sent.
 *
 * @param termsDigest of the terms that they saw, as the approval tells it: after a change it is
 *     refused
 * @param reason in their words
 */
@Schema(name = "ApprovalDecisionRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
record ApprovalDecisionRequest(
    @Schema(
            type = "string",
            requiredMode = RequiredMode.REQUIRED,
            nullable = false,
            allowableValues = {CONFIRM, DECLINE})
        @Nullable String decision,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            nullable = false,
            maxLength = 200,
            pattern = Patterns.NOT_BLANK)
        @Nullable String termsDigest,
    @Schema(maxLength = 1000) @Nullable String reason) {

  static final String CONFIRM = "confirm";
  static final String DECLINE = "decline";

  boolean confirm() {
    return CONFIRM.equals(decision);
  }
}
