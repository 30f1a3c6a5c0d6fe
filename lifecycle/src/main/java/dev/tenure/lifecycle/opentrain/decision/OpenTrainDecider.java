package dev.tenure.lifecycle.opentrain.decision;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.Pace;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.hire.AdoptionRequest;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Contract;
import dev.tenure.lifecycle.opentrain.hire.GivenUp;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainTotals;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.lifecycle.opentrain.marketplace.Tags;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.ReleaseRule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The business of a hire on OpenTrain: request the hire → contract → each milestone: create, fund,
 * await delivery, release → end. It looks at what is known and says what is wanted next, and it
 * remembers nothing.
 */
public final class OpenTrainDecider {
  private final OpenTrainHire hire;
  private final Contract contract;
  private final OpenTrainConditions conditions;
  private final OpenTrainDraft draft;
  private final Approvals approvals;

  private OpenTrainDecider(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.contract = hire.contract();
    this.conditions = new OpenTrainConditions(hire);
    this.draft = new OpenTrainDraft(hire, now, conditions);
    this.approvals = new Approvals(hire, draft, conditions);
  }

  /** What the hire wants now; changes nothing. */
  public static Decision<OpenTrainCall> decide(OpenTrainHire hire, Instant now) {
    OpenTrainDecider decider = new OpenTrainDecider(hire, now);
    if (hire.closed() == null) {
      decider.hire();
    }
    return decider.draft.decision();
  }

  private void hire() {
    if (contract.ended()) {
      approvals.readOnceMore();
      draft.close(HireStatus.ENDED);
    } else if (hire.abandoned()) {
      leave();
    } else {
      hire.asks().forEach(approvals::follow);
      if (contract.known()) {
        contract();
      } else {
        hiring();
      }
      if (hire.notified()) {
        draft.lookNow("the marketplace told of a change");
      }
    }
  }

  /**
   * Leaves on the marketplace what stands there, once the end itself was given up; but not before
   * an end that was asked for is final: one without an answer is asked for again, which names its
   * approval.
   */
  private void leave() {
    Ask end = hire.lastAsk(Step.end());
    if (end != null && end.mayBeDecided(draft.now()) && !OpenTrainPace.overBy(end, draft.now())) {
      hire.asks().forEach(approvals::follow);
      approvals.guard(end);
      if (hire.notified()) {
        draft.lookNow("the marketplace told of a change");
      }
    } else if (end != null && done(end) && !hire.lookedAfter(end)) {
      draft.lookAgain(
          contract.looks() - end.looksAtEnd(), "whether the contract has ended after all");
    } else {
      draft.close(HireStatus.CANCELLED);
    }
  }

  private static boolean done(Ask ask) {
    return ask.state() == Ask.State.CONFIRMED || ask.state() == Ask.State.EXECUTED;
  }

  private void hiring() {
    Ask last = hire.lastAsk(hire.hireStep());
    GivenUp givenUp = hire.givenUp();
    Ask refused = hire.refusedForGood(last);
    if (givenUp != null) {
      awaitGivenUp(givenUp, last);
    } else if (last != null && refused != null) {
      if (hireMayComeAbout()) {
        approvals.guard(last);
      } else if (!lookedLongEnough()) {
        draft.lookAfter(Pace.SLOWEST, "look for a contract that may have come of it");
      } else {
        draft.close(
            refused.state() == Ask.State.DECLINED ? HireStatus.DECLINED : HireStatus.EXPIRED);
      }
    } else {
      approvals.obtain(hire.hireStep());
      approvals.lookForPossible(last);
    }
  }

  /** Nobody can recall what a person may still confirm: the hire stands guard until it is final. */
  private void awaitGivenUp(GivenUp givenUp, @Nullable Ask last) {
    if (last == null || hire.asks(hire.hireStep()).allMatch(OpenTrainDecider::neverLeft)) {
      draft.close(HireStatus.CANCELLED);
    } else if (hireMayComeAbout()) {
      approvals.guard(last);
    } else if (contract.lookTick() < Math.max(last.endedTick(), givenUp.tick())) {
      draft.lookNow("last look for a contract");
    } else if (!lookedLongEnough()) {
      draft.lookAfter(Pace.SLOWEST, "look for a contract that may have come of it");
    } else {
      draft.close(HireStatus.CANCELLED);
    }
  }

  /**
   * What people may have decided unseen, and a contract that something told of, only a look well
   * after that can show.
   */
  private boolean lookedLongEnough() {
    Instant readAt = contract.readAt();
    return Stream.concat(
            hire.asks(hire.hireStep()).map(Ask::unseenUntil),
            Stream.ofNullable(hire.contractHintedAt()))
        .filter(Objects::nonNull)
        .noneMatch(
            until -> readAt == null || readAt.isBefore(Pace.after(until).plus(Pace.SLOWEST)));
  }

  private static boolean neverLeft(Ask ask) {
    return ask.state() == Ask.State.UNSENT;
  }

  /** Whether a contract may come, or have come, of what was asked for. */
  private boolean hireMayComeAbout() {
    return hire.asks(hire.hireStep())
        .anyMatch(
            ask ->
                ask.mayBeDecided(draft.now())
                    || ask.state() == Ask.State.CONFIRMED
                    || ask.state() == Ask.State.EXECUTED
                    || ask.state() == Ask.State.FACT);
  }

  private void contract() {
    see();
    hire.own().forEach(this::gone);
    if (hire.reopened() && !hire.ending()) {
      draft.condition(Step.contract(), conditions.contractAfterClose());
    } else if (contract.reportedEnded()) {
      awaitReportedEnd();
    } else if (hire.ending()) {
      end();
    } else if (hire.first().id() == null) {
      awaitFirstMilestone();
    } else if (termsHold()) {
      hire.own().forEach(this::milestone);
      budget();
      if (hire.endDue()) {
        end();
      }
    }
  }

  /** Keeps the picture of the contract fresh; one that cannot be seen is looked for. */
  private void see() {
    AdoptionRequest named = hire.adoption(Step.contract());
    if (named != null && named.objection() == null) {
      draft.want(new OpenTrainCall.ReadNamedContract(named.id(), false));
    } else if (named != null) {
      draft.condition(Step.contract(), conditions.namedContractRefused(named.refusal()));
    }
    if (!contract.seen() || contract.missed() > 0) {
      draft.lookAgain(contract.missed(), "the contract cannot be seen yet");
      if (contract.missed() >= Pace.QUICK_LOOKS) {
        draft.condition(Step.contract(), conditions.contractNotFound());
      }
    }
    if (hire.own().anyMatch(m -> m.missing() && m.stage() != Stage.GONE)) {
      draft.lookAfter(OpenTrainPace.SECOND_LOOK, "a milestone is not shown any more");
    }
    hire.asks().forEach(this::lookForAnother);
    draft.lookAfter(OpenTrainPace.periodicLook(hire), "next look at the contract");
  }

  /** What may have been asked for twice holds its milestone until the second one is over. */
  private void lookForAnother(Ask ask) {
    Instant shown = ask.otherShownAt();
    Instant read = contract.readAt();
    if (shown != null) {
      // A look that had begun before that moment tells nothing yet, though it ended after it.
      Instant due =
          read == null || read.isBefore(shown) ? shown.plusSeconds(1) : read.plus(Pace.SLOWEST);
      draft.lookAt(due, "another approval of %s is over".formatted(ask.step().words()));
    }
  }

  private void awaitReportedEnd() {
    int looks = contract.looks() - contract.looksAtReport();
    draft.lookAgain(looks, "the contract is said to have ended");
    if (looks >= Pace.QUICK_LOOKS) {
      draft.condition(Step.contract(), conditions.endNotShown());
    }
  }

  /** The first milestone is made by the hire itself: it is awaited, never created. */
  private void awaitFirstMilestone() {
    Ask hired = hire.lastAsk(hire.hireStep());
    int looks = contract.looks() - (hired == null ? 0 : hired.looksAtEnd());
    draft.lookAgain(looks, "the contract does not show its first milestone yet");
    if (contract.seen() && looks >= Pace.QUICK_LOOKS) {
      draft.condition(hire.hireStep(), conditions.notShown(hire.hireStep()));
    }
  }

  /**
   * People may have confirmed other terms: theirs win, unless policy or cap want a person first.
   */
  private boolean termsHold() {
    Milestone first = hire.first();
    Step step = Step.terms(first.key());
    Money asked = hire.plan().first().amount();
    Money got = first.terms().amount();
    if (got.equals(asked)) {
      return true;
    }
    if (hire.plan().policies().onEditedTerms() == EditedTerms.HOLD
        && !hire.accepted(IncidentCause.TERMS_EDITED, first.key())) {
      draft.condition(step, conditions.termsEdited(step, asked, got));
    } else if (OpenTrainTotals.exceeds(OpenTrainTotals.upTo(hire, first), hire.plan().cap())
        && !hire.accepted(IncidentCause.BUDGET_EXCEEDED, first.key())) {
      draft.condition(step, conditions.confirmedAboveCap(step, asked, got));
    }
    return !draft.held(step);
  }

  private void milestone(Milestone milestone) {
    if (milestone.dropped()) {
      return;
    }
    switch (milestone.stage()) {
      case NONE -> create(milestone);
      case UNFUNDED -> fund(milestone);
      case FUNDED, DELIVERED -> release(milestone);
      case PAID, GONE -> {}
    }
  }

  private void create(Milestone milestone) {
    Step step = Step.create(milestone.key());
    AdoptionRequest named = hire.adoption(step);
    if (named != null && named.objection() == null) {
      draft.lookNow("a milestone was named by an operator");
    } else if (named != null) {
      draft.condition(step, conditions.namedMilestoneRefused(step, named.refusal()));
    } else {
      switch (milestone.creation()) {
        case SENT -> createOnce(milestone, milestone.creations());
        case DOUBT -> lookForCreated(milestone, step);
        case NONE -> {
          if (hire.turnOf(milestone) && affordable(milestone)) {
            createOnce(milestone, milestone.creations() + 1);
          }
        }
      }
    }
  }

  /** A write that cannot be repeated: what may have been sent is only looked for. */
  private void createOnce(Milestone milestone, int ordinal) {
    Step step = Step.create(milestone.key());
    MilestonePlan plan = hire.plan().milestone(milestone.key());
    draft.heed(step.toString());
    if (!approvals.mayAsk(step)) {
      return;
    }
    if (PlanCheck.overdue(plan, draft.now())) {
      draft.condition(step, conditions.dueDatePassed(step, plan));
    } else if (contract.lookTick() < milestone.lookBeforeCreation()) {
      draft.lookNow("one more look before " + milestone.key() + " is created again");
    } else {
      String tag = Tags.of(hire.id(), milestone.key());
      draft.want(
          new OpenTrainCall.CreateMilestone(
              milestone.key(), ordinal, contract.id(), plan, tag, false));
    }
  }

  private void lookForCreated(Milestone milestone, Step step) {
    int looks = contract.looks() - milestone.looksAtDoubt();
    draft.lookAgain(looks, "looking for milestone " + milestone.key());
    if (looks >= Pace.QUICK_LOOKS) {
      draft.condition(step, conditions.milestoneInDoubt(step));
    }
  }

  private void fund(Milestone milestone) {
    approvals.obtain(
        Step.fund(milestone.key()), () -> priceHolds(milestone) && affordable(milestone));
  }

  /** By volume the marketplace names the price, and some want to see it before it is funded. */
  private boolean priceHolds(Milestone milestone) {
    MilestonePlan plan = hire.plan().milestone(milestone.key());
    Money priced = milestone.terms().amount();
    Step step = Step.fund(milestone.key());
    if (milestone.unpriced()) {
      draft.lookAfter(Pace.SLOWEST, "the price of milestone " + milestone.key());
      draft.condition(step, conditions.notPriced(step));
      return false;
    }
    if (plan.volume() != null
        && !priced.equals(plan.amount())
        && hire.plan().policies().onEditedTerms() == EditedTerms.HOLD
        && !hire.accepted(IncidentCause.TERMS_EDITED, milestone.key())) {
      draft.condition(step, conditions.pricedOtherwise(step, plan.amount(), priced));
      return false;
    }
    return true;
  }

  /**
   * Whether the milestone fits under the cap after all that is spent, may be confirmed, or comes
   * before it in the plan.
   */
  private boolean affordable(Milestone milestone) {
    return !OpenTrainTotals.exceeds(OpenTrainTotals.upTo(hire, milestone), hire.plan().cap());
  }

  /** The first milestone that does not fit under the cap is told as soon as it is known. */
  private void budget() {
    List<Milestone> ahead =
        hire.own()
            .filter(m -> m.stage() == Stage.NONE || m.stage() == Stage.UNFUNDED)
            .filter(m -> !m.dropped() && !hire.awaitsFundCommand(m))
            .filter(m -> !underWay(hire.lastAsk(Step.fund(m.key()))))
            .toList();
    for (Milestone milestone : ahead) {
      if (!affordable(milestone)) {
        Step step = Step.fund(milestone.key());
        draft.condition(step, conditions.aboveCap(step, OpenTrainTotals.upTo(hire, milestone)));
        return;
      }
    }
  }

  /** One that was refused is asked for again, although another of it may still be pending. */
  private static boolean underWay(@Nullable Ask last) {
    return last != null && last.state().live();
  }

  /** A release is asked for on delivery or on command, as the milestone's rule says. */
  private void release(Milestone milestone) {
    Step step = Step.release(milestone.key());
    boolean delivered =
        milestone.stage() == Stage.DELIVERED
            && hire.releaseRule(milestone) == ReleaseRule.ON_DELIVERY;
    if (delivered || milestone.releaseCommanded() || hire.lastAsk(step) != null) {
      approvals.obtain(step);
    }
  }

  private void gone(Milestone milestone) {
    if (milestone.stage() == Stage.GONE && !hire.finished(milestone) && !hire.ending()) {
      Step step = Step.gone(milestone.key());
      draft.condition(step, conditions.milestoneGone(step));
    }
  }

  private void end() {
    if (hire.closedByPolicy(hire.lastAsk(Step.end()))) {
      draft.close(HireStatus.CANCELLED);
    } else {
      approvals.obtain(Step.end());
    }
  }
}
