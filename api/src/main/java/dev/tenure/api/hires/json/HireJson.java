package dev.tenure.api.hires.json;

import dev.tenure.api.links.ActionJson;
import dev.tenure.model.hire.HireStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hire as it stands.
 *
 * @param proposalId absent on OpenContract, which has none: there externalRef makes the hire the
 *     one of its account
 * @param generation counts the hires of one proposal, or externalRef, from 1
 * @param openContract what only OpenContract needs; absent for a hire on OpenTrain
 * @param paused whether nothing new is asked of people for now
 * @param waitingFor the soonest deadline first
 * @param incidents the open ones
 * @param budgetUsage absent for a fixed price
 * @param asOf when the journal last heard of it
 */
@Serdeable
@Schema(name = "Hire")
public record HireJson(
    String id,
    String account,
    @Nullable String proposalId,
    int generation,
    @Nullable String replaces,
    @Nullable String externalRef,
    Map<String, String> labels,
    @Schema(implementation = HireStatus.class) String status,
    boolean paused,
    @Nullable String contractId,
    @Nullable String jobId,
    List<WaitJson> waitingFor,
    List<IncidentJson> incidents,
    MoneyTotalsJson money,
    @Nullable BudgetUsageJson budgetUsage,
    List<MilestoneJson> milestones,
    PoliciesJson policies,
    @Nullable OpenContractJson openContract,
    List<ActionJson> allowedActions,
    LinksJson links,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant closedAt,
    Instant asOf) {

  /** Where to read on. */
  @Serdeable
  @Schema(name = "HireLinks")
  public record LinksJson(
      String self, String events, String approvals, @Nullable String temporalUi) {}
}
