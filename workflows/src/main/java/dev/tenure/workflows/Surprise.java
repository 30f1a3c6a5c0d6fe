package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import dev.tenure.model.Bell;
import dev.tenure.model.MilestoneDocument;
import org.jspecify.annotations.Nullable;

/**
 * Which rings of a contract want a read at once, whoever waits for what: those of something that
 * nobody here has asked for, and any while the hire is held up, since nobody else may look then.
 */
final class Surprise {
  private final Book book;

  Surprise(Book book) {
    this.book = book;
  }

  boolean in(Bell bell) {
    return book.hasContract()
        && (bell.contractId() != null || bell.milestoneId() != null)
        && (heldUp() || unasked(bell.milestoneId(), bell.status()));
  }

  /**
   * A milestone that no read has shown may only be late; but the marketplace's own word that it was
   * cancelled counts, so that a read without it shows it gone.
   */
  void believe(Bell bell) {
    String id = bell.milestoneId();
    if (id != null && "CANCELLED".equals(bell.status())) {
      book.state.listed.add(id);
    }
  }

  private boolean heldUp() {
    return book.state.paused || !book.openIncidents().isEmpty();
  }

  private boolean unasked(@Nullable String milestoneId, @Nullable String status) {
    return milestoneId != null
        && status != null
        && book.milestones().stream()
            .filter(milestone -> milestoneId.equals(milestone.milestoneId()))
            .anyMatch(milestone -> unasked(milestone, status));
  }

  private boolean unasked(MilestoneDocument milestone, String status) {
    Stretch known = Stretch.of(milestone.state());
    return switch (status) {
      case "NOT_FUNDED" -> false;
      case "ACTIVE_FUNDED" ->
          known == Stretch.UNFUNDED && !asked(ApprovalKind.MILESTONE_FUND, milestone.key());
      case "PAID" ->
          known != Stretch.OVER && !asked(ApprovalKind.MILESTONE_APPROVE, milestone.key());
      default -> known != Stretch.OVER;
    };
  }

  /** The answer to what was asked for is read with its approval. */
  private boolean asked(ApprovalKind kind, String milestone) {
    return book.lastApproval(kind, milestone)
        .filter(last -> last.pending() || book.state.unsettled.containsKey(last.id()))
        .isPresent();
  }
}
