package dev.tenure.api.hires;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hire as it stands.
 *
 * @param generation counts the hires of one proposal, from 1
 * @param paused whether nothing new is asked of people for now
 * @param waitingFor the soonest deadline first
 * @param incidents the open ones
 * @param asOf when the journal last heard of it
 */
@Serdeable
@Schema(name = "Hire")
public record HireJson(
    String id,
    String account,
    String proposalId,
    int generation,
    @Nullable String replaces,
    @Nullable String externalRef,
    Map<String, String> labels,
    @Schema(
            type = "string",
            allowableValues = {
              "requested",
              "awaiting_approval",
              "active",
              "ending",
              "ended",
              "declined",
              "expired",
              "cancelling",
              "cancelled"
            })
        String status,
    boolean paused,
    @Nullable String contractId,
    @Nullable String jobId,
    List<WaitingJson> waitingFor,
    List<IncidentJson> incidents,
    MoneyTotalsJson money,
    List<MilestoneJson> milestones,
    PoliciesJson policies,
    List<ActionJson> allowedActions,
    LinksJson links,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant closedAt,
    Instant asOf) {

  /** One thing that the hire waits for; {@code url} is where a person can act on it. */
  @Serdeable
  @Schema(name = "Waiting")
  public record WaitingJson(
      @Schema(
              type = "string",
              allowableValues = {"approval", "delivery", "command", "resolution"})
          String kind,
      @Nullable String approvalId,
      @Nullable String milestone,
      @Nullable String incidentId,
      @Nullable String url,
      @Nullable Instant deadline) {}

  /** Something for which the engine needs a person. */
  @Serdeable
  @Schema(name = "Incident")
  public record IncidentJson(
      String id,
      @Schema(
              type = "string",
              allowableValues = {
                "account_claim_required",
                "payment_method_required",
                "not_fit_confirmation_required",
                "contract_rate_missing",
                "token_rejected",
                "scope_missing",
                "feature_disabled",
                "request_rejected",
                "not_found",
                "marketplace_unreachable",
                "milestone_in_doubt",
                "approval_declined",
                "approval_expired",
                "approval_superseded",
                "approval_lost",
                "approval_status_unknown",
                "terms_edited",
                "budget_exceeded",
                "milestone_gone",
                "workflow_gone",
                "start_refused",
                "unexpected"
              })
          String cause,
      String detail,
      @Nullable String milestone,
      @Nullable String fixUrl,
      List<String> actions,
      Instant openedAt) {}

  /** The money of the hire. */
  @Serdeable
  @Schema(name = "MoneyTotals")
  public record MoneyTotalsJson(
      @Nullable MoneyJson cap,
      MoneyJson committed,
      MoneyJson paid,
      FeesJson fees,
      MoneyJson worstCase) {}

  /**
   * Fees of what is committed.
   *
   * @param estimated as expected
   * @param booked what the marketplace really charged; absent until everything that it booked for
   *     the hire is matched with what was expected
   */
  @Serdeable
  @Schema(name = "Fees")
  public record FeesJson(MoneyJson estimated, @Nullable MoneyJson booked) {}

  /**
   * A milestone as it stands; {@code foreign} if it was made by somebody else.
   *
   * @param release when its release is asked for, by its own rule or the hire's policy
   * @param volume hours or labels, on a contract that is paid by them
   * @param note what its state alone does not say
   */
  @Serdeable
  @Schema(name = "Milestone")
  public record MilestoneJson(
      String key,
      @Nullable String milestoneId,
      @Nullable Integer number,
      @Nullable String name,
      @Nullable String description,
      MoneyJson amount,
      @Nullable LocalDate dueDate,
      FundJson fund,
      @Schema(
              type = "string",
              allowableValues = {"on_delivery", "on_request"})
          String release,
      @Nullable BigDecimal volume,
      @Schema(
              type = "string",
              allowableValues = {
                "planned",
                "created",
                "awaiting_funding",
                "funded",
                "delivered",
                "awaiting_release",
                "paid",
                "cancelled",
                "dropped"
              })
          String state,
      boolean foreign,
      @Nullable String note) {}

  /** When a milestone's funding is asked for. */
  @Serdeable
  @Schema(name = "Fund")
  public record FundJson(
      @Schema(
              type = "string",
              allowableValues = {"at_start", "after_paid", "on_request"})
          String when,
      @Nullable String after) {}

  /** The choices made for the whole hire. */
  @Serdeable
  @Schema(name = "Policies")
  public record PoliciesJson(
      RefusalJson onDeclined,
      RefusalJson onExpired,
      @Schema(
              type = "string",
              allowableValues = {"on_delivery", "on_request"})
          String release,
      @Schema(
              type = "string",
              allowableValues = {"when_all_paid", "on_request"})
          String end,
      @Schema(
              type = "string",
              allowableValues = {"accept_within_budget", "hold"})
          String onEditedTerms) {}

  /** What follows a declined or expired approval. */
  @Serdeable
  @Schema(name = "RefusalPolicy")
  public record RefusalJson(
      int reRequest,
      @Schema(
              type = "string",
              allowableValues = {"hold", "close"})
          String then) {}

  /** Where to read on. */
  @Serdeable
  @Schema(name = "HireLinks")
  public record LinksJson(
      String self, String events, String approvals, @Nullable String temporalUi) {}
}
