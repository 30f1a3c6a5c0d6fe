package dev.tenure.model;

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
 */
public record HireDocument(
    String id,
    String account,
    String proposalId,
    int generation,
    HireStatus status,
    @Nullable String contractId,
    @Nullable String jobId,
    List<Waiting> waitingFor,
    MoneyTotals money,
    List<AllowedAction> allowedActions,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant closedAt) {

  public HireDocument {
    waitingFor = List.copyOf(waitingFor);
    allowedActions = List.copyOf(allowedActions);
  }
}
