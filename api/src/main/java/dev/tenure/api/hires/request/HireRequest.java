package dev.tenure.api.hires.request;

import dev.tenure.api.body.Patterns;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.Then;
import dev.tenure.model.plan.WorkerLost;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/hires}, as sent. Its annotations are the published schema, which
 * every body is held against; what is bound may break its rules still, and anything may be absent.
 *
 * @param openContract On an account of OpenContract only
 */
@Schema(
    name = "HireRequest",
    description = "A hire to be made",
    additionalProperties = AdditionalPropertiesValue.FALSE)
public record HireRequest(
    @Schema(defaultValue = "default", description = "Marketplace account that hires")
        @Nullable String account,
    @Schema(
            maxLength = 200,
            pattern = Patterns.NOT_BLANK,
            description = "Required on OpenTrain; OpenContract has no proposals")
        @Nullable String proposalId,
    @Schema(
            maxLength = 200,
            description =
                "The requester's own reference. Required on OpenContract, where it makes the hire"
                    + " the one of its account")
        @Nullable String externalRef,
    @Schema(
            maxProperties = 20,
            description = "At most 20; keys up to 63 characters, values up to 200")
        @Nullable Map<String, @Nullable String> labels,
    @ArraySchema(minItems = 1, maxItems = HireRequest.MOST_MILESTONES)
        @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false)
        @Nullable List<@Nullable MilestoneRequest> milestones,
    @Nullable BudgetRequest budget,
    @Schema(defaultValue = "false") @Nullable Boolean confirmNotFitOverride,
    @Schema(
            maxLength = 200,
            description = "Id of the closed hire of this proposal that this one takes the place of")
        @Nullable String replaces,
    @Nullable PoliciesRequest policies,
    @Nullable OpenContractRequest openContract) {

  /** The most milestones that a hire may have. */
  public static final int MOST_MILESTONES = 50;

  /**
   * One milestone; the first is the one that the hire itself funds.
   *
   * @param fund Default: after the one before. Not for the first milestone
   * @param openContract Required on an account of OpenContract, and for that only
   */
  @Schema(name = "MilestoneRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
  public record MilestoneRequest(
      @Schema(pattern = Patterns.KEY, description = "Default: m1, m2, ...") @Nullable String key,
      @Schema(maxLength = 200) @Nullable String name,
      @Schema(maxLength = 5000, description = "Required from the second milestone on")
          @Nullable String description,
      @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false) @Nullable MoneyRequest amount,
      @Nullable LocalDate dueDate,
      @Nullable FundRequest fund,
      @Schema(description = "Default: as the hire's policies say") @Nullable ReleaseRule release,
      @Schema(
              minimum = "0",
              exclusiveMinimum = true,
              maximum = "1000000",
              multipleOf = 0.0001,
              description = "Hours or labels, on a contract that is paid by them")
          @Nullable BigDecimal volume,
      @Nullable OpenContractMilestoneRequest openContract) {}

  /**
   * What only OpenContract needs to know of a milestone, which is one Working Contract there;
   * required there, and refused on OpenTrain.
   *
   * @param acceptanceCriteria each is judged and paid alike, should the delivery be disputed
   * @param deadlines Instead of all three
   */
  @Schema(
      name = "OpenContractMilestoneRequest",
      additionalProperties = AdditionalPropertiesValue.FALSE)
  public record OpenContractMilestoneRequest(
      @ArraySchema(
              minItems = 1,
              maxItems = 10,
              schema = @Schema(type = "string", maxLength = 500, pattern = Patterns.NOT_BLANK))
          @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false)
          @Nullable List<@Nullable String> acceptanceCriteria,
      @Schema(maxLength = 2000, description = "Hash or address of further material")
          @Nullable String supplementaryMaterials,
      @Schema(
              type = "string",
              pattern = Patterns.DURATION,
              defaultValue = "P1D",
              description = "From the creation to the match deadline")
          @Nullable Duration matchWithin,
      @Schema(
              type = "string",
              pattern = Patterns.DURATION,
              defaultValue = "P7D",
              description =
                  "From the match deadline to the delivery deadline; the withdrawal deadline is"
                      + " halfway between them")
          @Nullable Duration deliverWithin,
      @Schema(
              type = "string",
              pattern = Patterns.DURATION,
              defaultValue = "P3D",
              description = "From the delivery deadline to the review deadline")
          @Nullable Duration reviewWithin,
      @Nullable DeadlinesRequest deadlines,
      @Schema(
              type = "string",
              allowableValues = OpenContractMilestone.VERIFICATION_MODE,
              description =
                  "How a delivery is verified. Default: privacy-preserving, the only mode that"
                      + " OpenContract has opened")
          @Nullable String verificationMode) {}

  /**
   * The four deadlines of a Working Contract, in this order; the second may be the third. They are
   * given instead of all three windows.
   */
  @Schema(name = "DeadlinesRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
  public record DeadlinesRequest(
      @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false) @Nullable Instant match,
      @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false) @Nullable Instant withdrawal,
      @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false) @Nullable Instant delivery,
      @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false) @Nullable Instant review) {}

  /** What only OpenContract needs to know of a hire; refused on OpenTrain. */
  @Schema(name = "OpenContractRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
  public record OpenContractRequest(
      @Schema(
              pattern = Patterns.ADDRESS,
              description = "The Worker of a direct award; absent for an open tender")
          @Nullable String worker,
      @ArraySchema(maxItems = 20, schema = @Schema(type = "string", pattern = Patterns.ADDRESS))
          @Schema(description = "To award to, in this order; with onWorkerLost next_worker only")
          @Nullable List<@Nullable String> nextWorkers,
      @Schema(
              description =
                  "What becomes of a delivery that nobody judged in time. Default: let_pay")
          @Nullable OnSilence onSilence,
      @Schema(
              description =
                  "What becomes of a milestone whose Worker is lost: declined, unmatched,"
                      + " withdrawn, absent, or nothing met. Default: hold")
          @Nullable WorkerLost onWorkerLost,
      @Schema(
              type = "string",
              pattern = Patterns.DURATION,
              defaultValue = "P3D",
              description = "How long people have for an approval, unless a deadline is nearer")
          @Nullable Duration approvalWindow,
      @Schema(
              type = "string",
              pattern = Patterns.DURATION,
              defaultValue = "PT1H",
              description = "How long before the review deadline the last decision must be made")
          @Nullable Duration reviewMargin) {}

  /** When a milestone's funding is asked for. */
  @Schema(name = "FundRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
  public record FundRequest(
      @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false) @Nullable FundWhen when,
      @Schema(description = "Key of the milestone to be paid first; with after_paid only")
          @Nullable String after) {}

  /** What the hire may cost. */
  @Schema(name = "BudgetRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
  public record BudgetRequest(
      @Schema(description = "The most that the hire may ever cost, fees included")
          @Nullable MoneyRequest cap) {}

  /** The choices made once for the whole hire. */
  @Schema(name = "PoliciesRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
  public record PoliciesRequest(
      @Nullable RefusalRequest onDeclined,
      @Nullable RefusalRequest onExpired,
      @Schema(description = "Default: on_delivery") @Nullable ReleaseRule release,
      @Schema(description = "Default: when_all_paid") @Nullable EndRule end,
      @Schema(description = "Default: accept_within_budget") @Nullable EditedTerms onEditedTerms,
      @Schema(
              description =
                  "Whether whoever begins the hire may decide its approvals, on OpenContract."
                      + " Default: allow")
          @Nullable SelfApproval selfApproval) {}

  /** What follows a declined or expired approval. */
  @Schema(name = "RefusalRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
  public record RefusalRequest(
      @Schema(minimum = "0", maximum = "10") @Nullable Integer reRequest, @Nullable Then then) {}
}
