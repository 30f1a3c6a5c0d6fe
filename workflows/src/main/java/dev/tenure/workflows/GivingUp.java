package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.HireStatus;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Gives a hire up, by whatever way it closes best from where it stands. */
final class GivingUp {
  private final Book book;
  private final Since lookFirst = new Since("look before closing");
  private boolean askingForHire;

  GivingUp(Book book) {
    this.book = book;
  }

  /**
   * Gives up what is under way, and with it a pause. Without a contract the hire closes as told,
   * but first stands guard over an approval still pending: a person may confirm it. With a contract
   * its end is asked for; and when the end itself is given up, the hire closes and leaves the
   * contract as it is.
   *
   * @param milestone key of the milestone that was given up; none for hire and contract
   */
  void giveUp(HireStatus closedAs, @Nullable String milestone) {
    book.state.paused = false;
    if (!book.hasContract()) {
      giveUpHiring(closedAs);
    } else if (book.state.status != HireStatus.ENDING) {
      book.state.endRequested = true;
    } else if (milestone == null) {
      book.state.closing = HireStatus.CANCELLED;
      book.note("hire.given_up", "The end was given up; the contract stays active.");
    }
  }

  private void giveUpHiring(HireStatus closedAs) {
    lookBackIfAsked();
    if (hiringUndecided() && book.state.givenUpAs == null) {
      book.state.givenUpAs = closedAs;
      book.status(HireStatus.CANCELLING);
      book.note(
          "hire.cancelling",
          "The hire is given up; its approval cannot be recalled and is watched until it is"
              + " final.");
    } else {
      book.state.closing = closedAs;
    }
  }

  /**
   * Decided as soon as somebody gives the hire up, before the request is stopped: the end of a
   * stopped activity may be seen earlier in a replay, and a version asked for then is not found.
   */
  void lookBackIfAsked() {
    if (!book.hasContract() && askedForHire()) {
      book.state.lookFirst = lookFirst.holds();
    }
    if (book.state.hireUnanswered) {
      book.state.lookBack =
          Workflow.getVersion("look back at an unanswered request", Workflow.DEFAULT_VERSION, 1)
              != Workflow.DEFAULT_VERSION;
    }
  }

  /** Marks that the marketplace is being asked for the hire: nobody knows yet what comes of it. */
  void askingForHire(boolean now) {
    askingForHire = now;
  }

  /**
   * Whether the hire itself may still come about: a person can confirm it, has confirmed it, or the
   * marketplace is being asked for it.
   */
  boolean hiringUndecided() {
    return askingForHire
        || book.lastApproval(ApprovalKind.PROPOSAL_HIRE, book.plan.first().key())
            .filter(last -> last.pending() || confirmed(last))
            .isPresent();
  }

  /** People may have hired in the app instead, whatever became of what they were asked for. */
  private boolean askedForHire() {
    return book.lastApproval(ApprovalKind.PROPOSAL_HIRE, book.plan.first().key()).isPresent();
  }

  private boolean confirmed(ApprovalDocument last) {
    return last.status() == ApprovalStatus.CONFIRMED && book.state.unsettled.containsKey(last.id());
  }
}
