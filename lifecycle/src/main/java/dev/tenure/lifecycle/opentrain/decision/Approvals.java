package dev.tenure.lifecycle.opentrain.decision;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.decision.Pace;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.hire.AdoptionRequest;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How people's approval is obtained: ask, watch, believe only what is seen. What became of the last
 * ask of a step says what comes next.
 */
final class Approvals {
  private final OpenTrainHire hire;
  private final OpenTrainDraft draft;
  private final OpenTrainConditions conditions;

  Approvals(OpenTrainHire hire, OpenTrainDraft draft, OpenTrainConditions conditions) {
    this.hire = hire;
    this.draft = draft;
    this.conditions = conditions;
  }

  /** Whether anything new may be asked for in this step; the end is never held back by a pause. */
  boolean mayAsk(Step step) {
    return switch (step.kind()) {
      case END -> true;
      case HIRE -> !hire.paused() && hire.givenUp() == null;
      case CREATE, FUND, RELEASE -> !hire.paused() && !hire.ending();
      case CONTRACT, TERMS, GONE, DISPUTE -> false;
    };
  }

  /** Obtains the approval of a step that has no condition of its own. */
  void obtain(Step step) {
    obtain(step, () -> true);
  }

  /**
   * Obtains the approval of a step.
   *
   * @param clear whether the step may be asked for now, e.g. fits under the cap; where it may not,
   *     the condition was found already
   */
  void obtain(Step step, BooleanSupplier clear) {
    AdoptionRequest named = hire.adoption(step);
    Ask last = hire.lastAsk(step);
    if (named != null && named.objection() == null) {
      draft.want(new OpenTrainCall.ReadApproval(step, named.id(), false));
    } else if (named != null) {
      draft.condition(step, conditions.namedApprovalRefused(step, named.refusal()));
    } else if (last == null) {
      ask(step, 1, clear);
    } else {
      switch (last.state()) {
        case SENT -> unanswered(last, clear);
        case UNSENT -> unsent(last, clear);
        case PENDING -> {
          if (outdated(last)) {
            replace(last, clear);
          }
        }
        case CONFIRMED, EXECUTED -> {}
        case FACT -> fact(last, clear);
        case DECLINED, EXPIRED, SUPERSEDED, REPLACED, SETTLED, LOST, UNKNOWN ->
            refused(last, clear);
      }
    }
  }

  /**
   * Watches over what may come of a hire that was given up. Nothing new is asked for; but what has
   * no answer is asked again, so that its approval is known.
   */
  void guard(Ask last) {
    AdoptionRequest named = hire.adoption(last.step());
    if (named != null && named.objection() == null) {
      draft.want(new OpenTrainCall.ReadApproval(last.step(), named.id(), false));
    } else if (named != null) {
      draft.condition(last.step(), conditions.namedApprovalRefused(last.step(), named.refusal()));
    } else if (last.state() == Ask.State.SENT) {
      unanswered(last, () -> true);
    } else if (last.state() == Ask.State.FACT) {
      fact(last, () -> false);
    }
    for (Ask ask : hire.asks(last.step()).toList()) {
      Instant until = ask.unseenUntil();
      if (until != null && ask.mayBeDecided(draft.now())) {
        draft.wakeAt(Pace.after(until), "end of the window of an approval out of sight");
      }
    }
    lookForPossible(last);
  }

  /** Whatever was asked for is watched until it is final, and until what came of it is seen. */
  void follow(Ask ask) {
    switch (ask.state()) {
      case PENDING -> watch(ask);
      case CONFIRMED, EXECUTED -> {
        if (!hire.goalSeen(ask)) {
          lookForGoal(ask);
        }
      }
      case LOST, UNKNOWN -> watchLost(ask);
      case SENT -> {
        if (unwanted(ask.step())
            && ask.maybeArrived()
            && !hire.goalSeen(ask)
            && !hire.runs(ask.step().toString())) {
          searchNowAndThen(ask);
        }
      }
      case UNSENT, FACT, DECLINED, EXPIRED, SUPERSEDED, REPLACED, SETTLED -> {}
    }
  }

  /** Whether nothing obtains the step any more, so that what was asked for is only watched. */
  private boolean unwanted(Step step) {
    return switch (step.kind()) {
      case FUND, RELEASE -> hire.ending() || hire.milestone(step.key()).dropped();
      case HIRE, END, CONTRACT, TERMS, CREATE, GONE, DISPUTE -> false;
    };
  }

  private void searchNowAndThen(Ask ask) {
    if (ask.searched() && !draft.due(ask.searchedAt().plus(OpenTrainPace.ofSearch(ask)))) {
      draft.wakeAt(
          ask.searchedAt().plus(OpenTrainPace.ofSearch(ask)), "next search: " + ask.step().words());
    } else {
      draft.want(
          new OpenTrainCall.FindApproval(ask.step(), ask.call().target(), ask.sentAt(), false));
    }
  }

  /** What is pending when the contract is seen ended may have been confirmed: that is told so. */
  void readOnceMore() {
    for (Ask ask : hire.asks()) {
      boolean unread =
          ask.state() == Ask.State.PENDING && ask.readTick() < hire.contract().endedTick();
      String subject = "approval " + (unread ? ask.knownApproval().id() : "");
      if (unread && hire.obstruction(subject) == null) {
        read(ask);
      } else if (unread) {
        // What cannot be read does not keep an ended hire open, and is not tried again.
        draft.heed(subject);
      }
    }
  }

  /** By what tells of it, at times of its window, and at its end; never by the clock alone. */
  private void watch(Ask ask) {
    Instant due = OpenTrainPace.nextRead(ask);
    boolean past = hire.past(ask) && ask.readTick() < hire.pastSince(ask);
    if (past || hire.notified(ask) || draft.due(due)) {
      read(ask);
    } else {
      Instant until = ask.knownApproval().expiresAt();
      draft.wakeAt(due, "approval of %s, until %s".formatted(ask.step().words(), until));
    }
  }

  /** It may come back into sight while a person can still decide on it. */
  private void watchLost(Ask ask) {
    Instant readAt = ask.readAt() == null ? ask.sentAt() : ask.readAt();
    if (hire.notified(ask)) {
      read(ask);
    } else if (!readAt.isAfter(OpenTrainPace.windowEnd(ask))) {
      Instant due = readAt.plus(OpenTrainPace.ofPossible(ask.lateReads()));
      if (draft.due(due)) {
        read(ask);
      } else {
        draft.wakeAt(due, "lost approval of %s: next look".formatted(ask.step().words()));
      }
    }
  }

  private void read(Ask ask) {
    draft.want(new OpenTrainCall.ReadApproval(ask.step(), ask.knownApproval().id(), false));
  }

  /** Nothing confirmed is believed until a look shows it; the looks go on until one does. */
  private void lookForGoal(Ask ask) {
    Step step = ask.step();
    int looks = hire.contract().looks() - ask.looksAtEnd();
    draft.lookAgain(looks, "the contract does not show the %s yet".formatted(step.words()));
    boolean told =
        step.kind() == Step.Kind.END
            || (!hire.ending() && (step.kind() != Step.Kind.HIRE || !hire.contract().known()));
    if (looks >= Pace.QUICK_LOOKS && told) {
      draft.condition(step, conditions.notShown(step));
    }
  }

  /** A contract may come of what can no longer be seen, or of what somebody else asked for. */
  void lookForPossible(@Nullable Ask last) {
    if (last == null) {
      return;
    }
    switch (last.state()) {
      case LOST, UNKNOWN, SUPERSEDED, FACT ->
          draft.lookAfter(
              OpenTrainPace.ofPossible(hire.contract().looks() - last.looksAtEnd()),
              "a contract is possible: next look");
      case DECLINED, EXPIRED, REPLACED, SETTLED ->
          draft.lookAfter(OpenTrainPace.periodicLook(hire), "next look for a contract");
      case SENT, UNSENT, PENDING, CONFIRMED, EXECUTED -> {}
    }
  }

  /** A person may have said no to the old terms just now: that is read before they are replaced. */
  private void replace(Ask old, BooleanSupplier clear) {
    if (old.readTick() < hire.changedTick()) {
      read(old);
    } else {
      ask(old.step(), old.ordinal() + 1, clear);
    }
  }

  private void ask(Step step, int ordinal, BooleanSupplier clear) {
    draft.heed(step.toString());
    if (!mayAsk(step) || !clear.getAsBoolean()) {
      return;
    }
    OpenTrainCall.Ask call = call(step, ordinal);
    if (call.terms() != null && PlanCheck.overdue(call.terms(), draft.now())) {
      draft.condition(step, conditions.dueDatePassed(step, call.terms()));
    } else {
      draft.want(call);
    }
  }

  private OpenTrainCall.Ask call(Step step, int ordinal) {
    return switch (step.kind()) {
      case HIRE -> {
        MilestonePlan first = hire.plan().first();
        yield call(step, ordinal, hire.plan().proposalId(), first, first.amount());
      }
      case FUND, RELEASE -> {
        Milestone milestone = hire.milestone(step.key());
        yield call(step, ordinal, milestone.knownId(), null, milestone.terms().amount());
      }
      case END -> call(step, ordinal, hire.contract().id(), null, null);
      case CONTRACT, TERMS, CREATE, GONE, DISPUTE ->
          throw new IllegalStateException("nothing is asked for: " + step);
    };
  }

  private OpenTrainCall.Ask call(
      Step step,
      int ordinal,
      String target,
      @Nullable MilestonePlan terms,
      @Nullable Money amount) {
    boolean notFit = terms != null && hire.plan().confirmNotFitOverride();
    return new OpenTrainCall.Ask(step, ordinal, target, terms, notFit, amount, false);
  }

  /** Whether the hire was asked for in other terms than hold now. */
  private boolean outdated(Ask ask) {
    return ask.step().kind() == Step.Kind.HIRE
        && mayAsk(ask.step())
        && !hire.plan().first().equals(ask.call().terms());
  }

  /**
   * An ask that has no answer. While it is under way nothing more is wanted. Else it may be
   * pending, or decided already: what events have named is searched first, and only then the same
   * is asked again, which names the approval that is pending; other terms that were wanted since
   * replace it.
   */
  private void unanswered(Ask ask, BooleanSupplier clear) {
    String subject = ask.step().toString();
    boolean repeat =
        hire.givenUp() != null
            || (mayAsk(ask.step()) && refusedWithoutLeave(ask) == null && clear.getAsBoolean());
    if (hire.runs(subject) && !ask.maybeArrived()) {
      underWay(ask, repeat);
      return;
    }
    tell(ask, subject);
    Ask older = pendingBefore(ask);
    if (older != null && !hire.runs(subject)) {
      // Still pending, it shows that the newer request did not arrive; else what became of it.
      if (older.readTick() <= ask.triedTick()) {
        read(older);
      }
      return;
    }
    Instant tried = ask.triedAt();
    boolean obstructed = hire.obstruction(subject) != null;
    Instant due =
        tried == null
            ? draft.now()
            : tried.plus(OpenTrainPace.afterTry(ask, obstructed, draft.now()));
    if (hire.runs(subject)) {
      draft.wantOnce(ask.call());
    } else if (!draft.due(due)) {
      draft.wakeAt(due, "next try: " + ask.step().words());
    } else if (!repeat) {
      searchNowAndThen(ask);
    } else if (searchedWithin(ask, OpenTrainPace.SEARCH_COUNTS)) {
      draft.wantOnce(outdated(ask) ? call(ask.step(), ask.ordinal()) : ask.call());
    } else {
      draft.want(
          new OpenTrainCall.FindApproval(ask.step(), ask.call().target(), ask.sentAt(), false));
    }
  }

  /** An ask of which nothing is pending: it is made as soon as nothing speaks against it. */
  private void unsent(Ask ask, BooleanSupplier clear) {
    Ask older = pendingBefore(ask);
    Ask refused = refusedWithoutLeave(ask);
    if (refused != null) {
      refused(refused, clear);
    } else if (older == null || outdated(older)) {
      ask(ask.step(), ask.ordinal(), clear);
    }
  }

  /** The no before an ask, where the policy that gave leave to ask again was changed since. */
  private @Nullable Ask refusedWithoutLeave(Ask ask) {
    Ask before = hire.askBefore(ask);
    RefusalPolicy policy = before == null ? null : hire.policyOn(before);
    return before == null
            || policy == null
            || before.again()
            || hire.refusals(before) <= policy.reRequest()
        ? null
        : before;
  }

  private @Nullable Ask pendingBefore(Ask ask) {
    return hire.asks(ask.step())
        .filter(older -> older.state() == Ask.State.PENDING && older.ordinal() < ask.ordinal())
        .findFirst()
        .orElse(null);
  }

  private void underWay(Ask ask, boolean repeat) {
    draft.heed(ask.step().toString());
    if (repeat && outdated(ask)) {
      draft.want(call(ask.step(), ask.ordinal()));
    } else if (mayAsk(ask.step())) {
      draft.want(ask.call());
    }
  }

  private boolean searchedWithin(Ask ask, Duration age) {
    return ask.searched() && draft.now().isBefore(ask.searchedAt().plus(age));
  }

  private void tell(Ask ask, String subject) {
    draft.heed(subject);
    Instant told = ask.sentAt().plus(Pace.OUTAGE);
    if (draft.due(told)) {
      draft.condition(ask.step(), conditions.unanswered(ask.step()));
    } else {
      draft.wakeAt(told, "no answer yet: " + ask.step().words());
    }
  }

  /**
   * The state of the marketplace has answered instead of a person: go by what the contract shows.
   */
  private void fact(Ask last, BooleanSupplier clear) {
    boolean ended = last.fact() == AskAnswer.Reason.CONTRACT_ENDED;
    boolean repeat = last.again() || (ended && !hire.contract().reportedEnded());
    if (repeat && mayAsk(last.step())) {
      ask(last.step(), last.ordinal() + 1, clear);
      return;
    }
    int looks = hire.contract().looks() - last.looksAtEnd();
    draft.lookAgain(looks, "the marketplace calls the %s done".formatted(last.step().words()));
    boolean older = false;
    for (Ask ask : hire.asks(last.step()).toList()) {
      if (ask.state() == Ask.State.PENDING) {
        older = true;
        if (ask.readTick() < last.endedTick()) {
          read(ask);
        }
      }
    }
    if (!older && !ended && looks >= Pace.QUICK_LOOKS) {
      draft.condition(last.step(), conditions.approvalLost(last));
    }
  }

  /** A no counts only after a look at the contract: people may have done it in the app. */
  private void refused(Ask last, BooleanSupplier clear) {
    if (!hire.lookedAfterEveryNo(last)) {
      draft.lookNow("look before the no to %s counts".formatted(last.step().words()));
      return;
    }
    RefusalPolicy policy = hire.policyOn(last);
    boolean ours = last.state() == Ask.State.REPLACED || last.state() == Ask.State.SETTLED;
    boolean reRequest = policy != null && hire.refusals(last) <= policy.reRequest();
    boolean searched = !reRequest || last.again() || last.searchedSinceEnd();
    Ask doubtful = searched ? null : mayHaveArrivedLate(last);
    if (doubtful != null) {
      draft.heed(last.step().toString());
      draft.want(
          new OpenTrainCall.FindApproval(
              last.step(), last.call().target(), doubtful.sentAt(), false));
    } else if (last.again() || ours || reRequest) {
      ask(last.step(), last.ordinal() + 1, clear);
    } else if (policy == null || policy.then() == Then.HOLD) {
      draft.condition(last.step(), conditions.refused(last));
      if (policy == null) {
        lookForPossible(last);
      }
    }
  }

  /** An ask that was sent twice may have been made twice: people may have said no to both. */
  private @Nullable Ask mayHaveArrivedLate(Ask last) {
    ApprovalSnapshot refused = last.knownApproval();
    Instant resolved = Objects.requireNonNullElse(refused.resolvedAt(), refused.createdAt());
    return hire.asks(last.step())
        .filter(ask -> ask.mayArriveAfter(resolved))
        .findFirst()
        .orElse(null);
  }
}
