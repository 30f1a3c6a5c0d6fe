package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import dev.tenure.workflows.marketplace.MilestoneAsk;
import io.temporal.workflow.Workflow;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** The two co-signs of a milestone, each believed only once the contract shows it. */
final class MilestoneCoSign {
  private final HireParts hire;
  private final Book book;
  private final String key;

  MilestoneCoSign(HireParts hire, String key) {
    this.hire = hire;
    this.book = hire.book();
    this.key = key;
  }

  void fund() {
    CoSignRequest request =
        new CoSignRequest(
            ApprovalKind.MILESTONE_FUND,
            key,
            milestone().amount(),
            Totals.fees(book.plan, milestone()),
            "funding of " + key,
            marketplace -> marketplace.requestFunding(ask()),
            null,
            () -> new Budget(hire).checkAgain(key),
            () -> doneInTheApp(this::funded));
    obtain(request, MilestoneState.AWAITING_FUNDING, MilestoneState.CREATED, this::funded);
  }

  void release() {
    CoSignRequest request =
        new CoSignRequest(
            ApprovalKind.MILESTONE_APPROVE,
            key,
            milestone().amount(),
            null,
            "release of " + key,
            marketplace -> marketplace.requestRelease(ask()),
            null,
            () -> {},
            () -> doneInTheApp(this::settled));
    obtain(request, MilestoneState.AWAITING_RELEASE, MilestoneState.FUNDED, this::settled);
    if (settled() || releasedOnce()) {
      book.state.releasesRequested.remove(key);
    }
  }

  /** A retry asks again, also for a release that was commanded before the delivery. */
  private static boolean releasedOnce() {
    return Workflow.getVersion("release again on retry", Workflow.DEFAULT_VERSION, 1)
        == Workflow.DEFAULT_VERSION;
  }

  private void obtain(
      CoSignRequest request,
      MilestoneState meanwhile,
      MilestoneState before,
      BooleanSupplier goal) {
    if (settled()) {
      return;
    }
    if (milestone().state() != meanwhile) {
      book.put(milestone().withState(meanwhile));
    }
    try {
      hire.coSign().obtain(request, outcome -> act(outcome, request, before, goal));
    } catch (StepAbandoned overtaken) {
      if (milestone().state() == meanwhile && !hire.course().leaving()) {
        book.put(milestone().withState(before));
      } else if (!hire.course().halted() && hire.clearance().past(request)) {
        hire.changes().settle(request, key);
      }
      throw overtaken;
    }
  }

  /** An approval that ends without a yes may have ended because people did it in the app. */
  private boolean doneInTheApp(BooleanSupplier goal) {
    if (!hire.changes().lookBeforeRefusal()) {
      return false;
    }
    hire.contract().read();
    return goal.getAsBoolean();
  }

  private void act(
      Outcome outcome, CoSignRequest request, MilestoneState before, BooleanSupplier goal) {
    switch (outcome) {
      case Outcome.Confirmed confirmed ->
          hire.contract().readUntil(goal, request.words() + " confirmed", key);
      case Outcome.Fact fact -> {
        believe(fact.reason());
        see(request, before, goal, fact.reason().name());
      }
      case Outcome.LostSight lost -> see(request, before, goal, "approval out of sight");
      case Outcome.Done done -> see(request, before, goal, "done without a co-sign");
    }
  }

  /**
   * A milestone that no read has shown may only be late; but the marketplace's own word that it was
   * cancelled counts, so that a read without it shows it gone.
   */
  private void believe(AskAnswer.Reason reason) {
    String id = milestone().milestoneId();
    if (reason == AskAnswer.Reason.MILESTONE_CANCELLED
        && id != null
        && Workflow.getVersion("believe a cancelled milestone", Workflow.DEFAULT_VERSION, 1)
            != Workflow.DEFAULT_VERSION) {
      book.state.listed.add(id);
    }
  }

  /** The state of the marketplace has answered instead of a person: go by the contract. */
  private void see(CoSignRequest request, MilestoneState before, BooleanSupplier goal, String why) {
    book.put(milestone().withState(before));
    hire.contract().read();
    if (!goal.getAsBoolean() && !hire.course().halted()) {
      hire.holding()
          .hold(
              request.words() + ": " + why,
              new Obstacle(
                  IncidentCause.APPROVAL_LOST,
                  "%s: %s, and the contract does not show it done. Retry asks again; adopt takes an approval that you name."
                      .formatted(Words.capital(request.words()), why.toLowerCase(Locale.ROOT)),
                  book.pageOf(request)),
              key);
    }
  }

  private boolean funded() {
    return milestone().state().inEscrow() || settled();
  }

  private boolean settled() {
    return milestone().state().settled();
  }

  private MilestoneAsk ask() {
    return new MilestoneAsk(Objects.requireNonNull(milestone().milestoneId()));
  }

  private MilestoneDocument milestone() {
    return book.milestone(key);
  }
}
