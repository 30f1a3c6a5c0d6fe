package dev.tenure.activities.sweep;

import dev.tenure.journal.account.SweptHire;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the record of a hire shows already what a list of contracts shows: most changes are those
 * that the hire itself has just brought about and read. In doubt it does not.
 */
final class RecordedContract {

  private RecordedContract() {}

  /**
   * @param contract absent where it is not in the list any more
   */
  static boolean matches(SweptHire hire, @Nullable ListedContract contract) {
    return contract != null
        && contract.id().equals(hire.contractId())
        && Objects.equals(contract.status(), "active")
        && contract.milestones().stream().allMatch(shown -> isKnown(hire.milestones(), shown))
        && hire.milestones().stream().allMatch(ours -> isListed(contract, ours));
  }

  private static boolean isKnown(List<MilestoneDocument> milestones, ListedMilestone shown) {
    Optional<MilestoneDocument> ours =
        milestones.stream()
            .filter(milestone -> Objects.equals(milestone.milestoneId(), shown.id()))
            .findFirst();
    return shown.id() != null
        && ours.isPresent()
        && Objects.equals(ours.get().number(), shown.number())
        && shown.amount() != null
        && ours.get().amount().amount().compareTo(shown.amount()) == 0
        && agrees(ours.get().state(), shown);
  }

  private static boolean agrees(MilestoneState state, ListedMilestone shown) {
    return switch (String.valueOf(shown.status())) {
      case "NOT_FUNDED" ->
          state == MilestoneState.CREATED
              || state == MilestoneState.AWAITING_FUNDING
              || state == MilestoneState.DROPPED;
      case "ACTIVE_FUNDED" ->
          state == (shown.delivered() ? MilestoneState.DELIVERED : MilestoneState.FUNDED);
      case "PAID" -> state == MilestoneState.PAID;
      default -> false;
    };
  }

  /** What was cancelled or refunded is in no list. */
  private static boolean isListed(ListedContract contract, MilestoneDocument ours) {
    return ours.milestoneId() == null
        || ours.state() == MilestoneState.CANCELLED
        || contract.milestones().stream().anyMatch(shown -> ours.milestoneId().equals(shown.id()));
  }
}
