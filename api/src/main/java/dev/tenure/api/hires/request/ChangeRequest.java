package dev.tenure.api.hires.request;

import dev.tenure.api.hires.request.HireRequest.BudgetRequest;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.hires.request.HireRequest.OpenContractMilestoneRequest;
import dev.tenure.api.hires.request.HireRequest.OpenContractRequest;
import dev.tenure.api.hires.request.HireRequest.PoliciesRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PATCH /v1/hires/{id}}, a JSON merge patch (RFC 7386): what is absent stays as
 * it is, null removes.
 *
 * @param policies null sets every policy back to its default
 * @param firstMilestone other terms for the first milestone, as long as there is no contract of it:
 *     the pending approval is superseded
 * @param openContract on OpenContract only: it holds for each contract that is not created yet,
 *     whose pending approval is superseded where it awards to somebody else; null sets every choice
 *     back to its default
 */
@Schema(name = "ChangeRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
public record ChangeRequest(
    @Nullable BudgetRequest budget,
    @Nullable PoliciesRequest policies,
    @Schema(description = "Merged by key; null removes a label")
        @Nullable Map<String, @Nullable String> labels,
    @Schema(maxLength = 200) @Nullable String externalRef,
    @Nullable MilestoneTermsRequest firstMilestone,
    @Nullable OpenContractRequest openContract) {

  /**
   * The terms of a milestone that may be changed.
   *
   * @param openContract on OpenContract only; deadlines take the place of the windows, and windows
   *     that of the deadlines
   */
  @Schema(name = "MilestoneTermsRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
  public record MilestoneTermsRequest(
      @Schema(maxLength = 200) @Nullable String name,
      @Schema(maxLength = 5000) @Nullable String description,
      @Nullable MoneyRequest amount,
      @Nullable LocalDate dueDate,
      @Nullable OpenContractMilestoneRequest openContract) {

    /** The milestone that comes of it; what cannot be changed is left out. */
    MilestoneRequest asMilestone() {
      return new MilestoneRequest(
          null, name, description, amount, dueDate, null, null, null, openContract);
    }
  }
}
