package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.EndRule;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import dev.tenure.workflows.marketplace.ContractRef;
import java.util.Locale;

/** From the last milestone, or the command, to the ended contract. */
final class Ending {
  private final HireParts hire;
  private final Book book;

  /** Whether this run is too old to look at the contract while incidents hold everything. */
  private boolean blind;

  Ending(HireParts hire) {
    this.hire = hire;
    this.book = hire.book();
  }

  void run() {
    while (!due()) {
      awaitDue();
    }
    hire.holding().honourAborts();
    hire.course().checkNotHalted();
    if (book.state.status != HireStatus.ENDING) {
      book.status(HireStatus.ENDING);
    }
    hire.coSign().obtain(request(), this::act);
  }

  /** With nothing else to do, somebody must go on looking: the end in the app rings no bell. */
  private void awaitDue() {
    hire.course().await(() -> due() || idle() || (!blind && idleButHeld()));
    if (!due() && !idle()) {
      blind = !hire.changes().heed();
    }
    if (!due()) {
      hire.contract().lookWhile(() -> restful() && !due(), "contract with nothing left to do");
    }
  }

  private boolean due() {
    return book.state.status == HireStatus.ENDING
        || book.state.endRequested
        || (!book.state.paused
            && book.plan.policies().end() == EndRule.WHEN_ALL_PAID
            && Settlement.complete(book));
  }

  private boolean restful() {
    return idle() || (hire.changes().heeded() && idleButHeld());
  }

  /** Every own milestone is settled or held back, so that no delivery wait reads the contract. */
  private boolean idle() {
    return book.milestones().stream().allMatch(this::rests);
  }

  /** The same, counting those that wait for an operator or, during a pause, for their release. */
  private boolean idleButHeld() {
    return book.milestones().stream().allMatch(milestone -> rests(milestone) || held(milestone));
  }

  private boolean held(MilestoneDocument milestone) {
    String key = milestone.key();
    return book.openIncidents().stream().anyMatch(open -> key.equals(open.milestone()))
        || (book.state.paused && book.state.releasesRequested.contains(key))
        || comesAfterOneHeld(milestone);
  }

  private boolean comesAfterOneHeld(MilestoneDocument milestone) {
    String after = milestone.fund().after();
    return milestone.state() == MilestoneState.PLANNED
        && after != null
        && !Turn.come(book, milestone.key())
        && (rests(book.milestone(after)) || held(book.milestone(after)));
  }

  private boolean rests(MilestoneDocument milestone) {
    return milestone.foreign()
        || milestone.state().settled()
        || Turn.heldBack(book, milestone.key())
        || (book.state.paused && heldByPause(milestone.state()));
  }

  private static boolean heldByPause(MilestoneState state) {
    return state == MilestoneState.PLANNED
        || state == MilestoneState.CREATED
        || state == MilestoneState.DELIVERED;
  }

  /** Whether nothing is left to do but the end, and the policy leaves that to a command. */
  static boolean awaitsCommand(Book book) {
    return book.plan.policies().end() == EndRule.ON_REQUEST
        && book.state.status == HireStatus.ACTIVE
        && !book.state.endRequested
        && Settlement.complete(book);
  }

  private CoSignRequest request() {
    ContractRef contract = new ContractRef(book.contractId());
    return new CoSignRequest(
        ApprovalKind.CONTRACT_END,
        null,
        null,
        null,
        "the end of the contract",
        marketplace -> marketplace.requestEnd(contract),
        null,
        () -> {},
        this::endedInTheApp);
  }

  /** An approval that ends without a yes may have ended because people ended the contract. */
  private boolean endedInTheApp() {
    if (!hire.changes().lookBeforeRefusal()) {
      return false;
    }
    hire.contract().read();
    return book.state.contractEnded;
  }

  private void act(Outcome outcome) {
    switch (outcome) {
      case Outcome.Done done -> new Adoption(book).ended();
      case Outcome.Confirmed confirmed ->
          hire.contract().readUntil(() -> book.state.contractEnded, "its end", null);
      case Outcome.Fact fact -> see(fact.reason().name());
      case Outcome.LostSight lost -> see("approval out of sight");
    }
  }

  private void see(String why) {
    hire.contract().read();
    if (!book.state.contractEnded) {
      hire.holding()
          .hold(
              "end of the contract: " + why,
              new Obstacle(
                  IncidentCause.APPROVAL_LOST,
                  "The end of the contract: %s, and the contract is still active. Retry asks again; adopt takes an approval that you name."
                      .formatted(why.toLowerCase(Locale.ROOT)),
                  book.pageOf(request())),
              null);
    }
  }
}
