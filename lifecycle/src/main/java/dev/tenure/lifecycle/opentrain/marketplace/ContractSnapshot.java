package dev.tenure.lifecycle.opentrain.marketplace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contract as the marketplace showed it. Names of people are left out on purpose.
 *
 * @param status {@code active} or {@code ended}, as sent
 * @param milestones without those cancelled or refunded, which the marketplace hides
 * @param budget how much of the funded work is used up; absent for a fixed price
 */
public record ContractSnapshot(
    String id,
    String status,
    @Nullable String jobId,
    @Nullable String proposalId,
    @Nullable String paymentType,
    List<MilestoneSnapshot> milestones,
    @Nullable BudgetSnapshot budget) {

  /** A contract of a fixed price. */
  public ContractSnapshot(
      String id,
      String status,
      @Nullable String jobId,
      @Nullable String proposalId,
      @Nullable String paymentType,
      List<MilestoneSnapshot> milestones) {
    this(id, status, jobId, proposalId, paymentType, milestones, null);
  }

  public ContractSnapshot {
    milestones = List.copyOf(milestones);
  }

  public boolean ended() {
    return status.equals("ended");
  }

  public Optional<MilestoneSnapshot> milestone(String id) {
    return milestones.stream().filter(milestone -> milestone.id().equals(id)).findFirst();
  }
}
