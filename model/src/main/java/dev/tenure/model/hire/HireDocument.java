package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.BudgetUsage;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.HireTerms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hire as it stands: the header beside its milestones, approvals and incidents.
 *
 * @param generation counts the hires of one proposal, from 1
 * @param contractId the marketplace's contract once the hire was confirmed
 * @param version grows with every change of anything in the hire
 * @param closedAt set when {@link HireStatus#closed()} holds
 * @param paused whether nothing new is asked of people for now
 * @param terms what may be changed while it runs; the plan's own where absent
 * @param budgetUsage how much of the funded work is used up; absent for a fixed price
 */
public record HireDocument(
    String id,
    String account,
    String proposalId,
    int generation,
    HireStatus status,
    @Nullable String contractId,
    @Nullable String jobId,
    List<Wait> waitingFor,
    MoneyTotals money,
    List<AllowedAction> allowedActions,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant closedAt,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean paused,
    @Nullable HireTerms terms,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BudgetUsage budgetUsage) {

  /** A hire that runs by its plan. */
  public HireDocument(
      String id,
      String account,
      String proposalId,
      int generation,
      HireStatus status,
      @Nullable String contractId,
      @Nullable String jobId,
      List<Wait> waitingFor,
      MoneyTotals money,
      List<AllowedAction> allowedActions,
      long version,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant closedAt) {
    this(
        id,
        account,
        proposalId,
        generation,
        status,
        contractId,
        jobId,
        waitingFor,
        money,
        allowedActions,
        version,
        createdAt,
        updatedAt,
        closedAt,
        false,
        null,
        null);
  }

  public HireDocument {
    waitingFor = List.copyOf(waitingFor);
    allowedActions = List.copyOf(allowedActions);
  }

  /** The same hire as it stands after something was decided without its workflow. */
  public HireDocument decided(
      HireStatus next,
      List<Wait> waiting,
      List<AllowedAction> actions,
      long newVersion,
      Instant at,
      @Nullable Instant closed) {
    return new HireDocument(
        id,
        account,
        proposalId,
        generation,
        next,
        contractId,
        jobId,
        waiting,
        money,
        actions,
        newVersion,
        createdAt,
        at,
        closed,
        paused,
        terms,
        budgetUsage);
  }
}
