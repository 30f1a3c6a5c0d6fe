package dev.tenure.lifecycle.opentrain.hire;

import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.CallTracker;
import dev.tenure.lifecycle.hire.CommandLog;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds to the state of a hire what it learns. Whatever the marketplace shows is taken over. */
public final class OpenTrainObservations {
  private final OpenTrainHire hire;
  private final Instant now;
  private final AskOutcomes asks;

  private OpenTrainObservations(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
    this.asks = new AskOutcomes(hire, now);
  }

  /** Writes down that a call leaves; call it before the call does. */
  public static void started(OpenTrainHire hire, OpenTrainCall call, Instant now) {
    CallTracker.started(hire, call, now);
    switch (call) {
      case OpenTrainCall.Ask ask -> new AskOutcomes(hire, now).leaves(ask);
      case OpenTrainCall.CreateMilestone create -> {
        Milestone milestone = hire.milestone(create.milestone());
        milestone.creation = Milestone.Creation.SENT;
        milestone.creations = create.ordinal();
      }
      case OpenTrainCall.ReadApproval read -> {}
      case OpenTrainCall.FindApproval find -> {}
      case OpenTrainCall.ReadContract read -> {}
      case OpenTrainCall.ReadNamedContract read -> {}
    }
  }

  /**
   * Forgets the calls that a run could not wait for any longer before it was handed over: nobody
   * knows what became of its writes.
   */
  public static void handedOver(OpenTrainHire hire, Instant now) {
    for (OpenTrainCall left : CallTracker.left(hire)) {
      boolean write =
          left instanceof OpenTrainCall.Ask || left instanceof OpenTrainCall.CreateMilestone;
      apply(
          hire,
          write
              ? new OpenTrainObservation.Unanswered(left)
              : new OpenTrainObservation.Stopped(left),
          now);
    }
    CommandLog.forgetOldest(hire);
  }

  /** Adds one observation. */
  public static void apply(OpenTrainHire hire, OpenTrainObservation observation, Instant now) {
    CallTracker.tick(hire);
    new OpenTrainObservations(hire, now).add(observation);
  }

  private void add(OpenTrainObservation observation) {
    switch (observation) {
      case OpenTrainObservation.OfCall end -> {
        RunningCall<OpenTrainCall> was = CallTracker.ended(hire, end.call());
        if (was != null) {
          ended(end, was.startTick());
          if (end
                  instanceof
                  OpenTrainObservation.ContractRead(
                      OpenTrainCall.ReadContract read,
                      ContractReading seen)
              && seen instanceof ContractReading.Seen) {
            hire.asks.forEach(ask -> ask.contractRead(was.startedAt()));
          }
        }
      }
      case OpenTrainObservation.Notified notified ->
          new Notifications(hire, now).add(notified.notification());
      case OpenTrainObservation.ContractAppeared appeared -> appeared(appeared.contract());
    }
  }

  private void ended(OpenTrainObservation.OfCall end, long startTick) {
    switch (end) {
      case OpenTrainObservation.Answered answered -> {
        CallTracker.overcome(hire, answered.call().subject());
        asks.answered(hire.ask(answered.call()), answered.answer());
        alsoRead(hire.ask(answered.call()), answered.contract(), startTick);
      }
      case OpenTrainObservation.ApprovalRead read -> {
        CallTracker.overcome(hire, read.call().subject());
        Ask ask = asks.approvalRead(read, startTick);
        if (ask != null) {
          alsoRead(ask, read.contract(), startTick);
        }
      }
      case OpenTrainObservation.ApprovalsSearched searched -> {
        CallTracker.overcome(hire, searched.call().subject());
        asks.searched(searched.call(), searched.found(), startTick);
      }
      case OpenTrainObservation.ContractRead read -> {
        CallTracker.overcome(hire, read.call().subject());
        if (read.call() instanceof OpenTrainCall.ReadNamedContract named) {
          named(named, read.reading());
        } else {
          looked(read.reading(), startTick, false);
        }
      }
      case OpenTrainObservation.MilestoneCreated created -> {
        CallTracker.overcome(hire, created.call().subject());
        created(hire.milestone(created.call().milestone()), created.answer());
      }
      case OpenTrainObservation.Refused refused -> {
        CallTracker.obstructed(hire, refused.call(), refused.obstacle());
        notCarriedOut(refused.call());
      }
      case OpenTrainObservation.Unreachable unreachable -> {
        CallTracker.unreachable(hire, unreachable.call());
        notCarriedOut(unreachable.call());
      }
      case OpenTrainObservation.Unanswered unanswered -> unanswered(unanswered.call());
      case OpenTrainObservation.Stopped stopped -> notCarriedOut(stopped.call());
    }
  }

  /** An earlier attempt may have been carried out all the same. */
  private void notCarriedOut(OpenTrainCall call) {
    switch (call) {
      case OpenTrainCall.Ask sent -> {
        Ask ask = hire.ask(sent);
        ask.state = ask.maybeArrived ? Ask.State.SENT : Ask.State.UNSENT;
        asks.tried(ask);
      }
      case OpenTrainCall.CreateMilestone create ->
          hire.milestone(create.milestone()).creation = Milestone.Creation.NONE;
      case OpenTrainCall.ReadApproval read -> {}
      case OpenTrainCall.FindApproval find -> {}
      case OpenTrainCall.ReadContract read -> {}
      case OpenTrainCall.ReadNamedContract read -> {}
    }
  }

  private void unanswered(OpenTrainCall call) {
    switch (call) {
      case OpenTrainCall.Ask sent -> {
        Ask ask = hire.ask(sent);
        ask.maybeArrived = true;
        ask.lostAt = now;
        asks.tried(ask);
      }
      case OpenTrainCall.CreateMilestone create -> {
        Milestone milestone = hire.milestone(create.milestone());
        milestone.creation = Milestone.Creation.DOUBT;
        milestone.looksAtDoubt = hire.contract.looks;
      }
      case OpenTrainCall.ReadApproval read -> {}
      case OpenTrainCall.FindApproval find -> {}
      case OpenTrainCall.ReadContract read -> {}
      case OpenTrainCall.ReadNamedContract read -> {}
    }
  }

  private void created(Milestone milestone, CreateAnswer answer) {
    milestone.creation = Milestone.Creation.NONE;
    switch (answer) {
      case CreateAnswer.Created created -> {
        // A look that has shown it since knows more than the answer.
        if (milestone.id == null) {
          new ContractPicture(hire, now).show(milestone, created.milestone());
        }
      }
      case CreateAnswer.ContractEnded ended -> hire.contract.reportEnded();
    }
  }

  private void alsoRead(Ask ask, @Nullable ContractReading reading, long startTick) {
    if (reading != null && looked(reading, startTick, true)) {
      // It was read after the approval, whatever began between the two.
      ask.lookedAtEnd = true;
    }
  }

  /** Whether the look was adopted: not when one that began later was before. */
  private boolean looked(ContractReading reading, long startTick, boolean cameSecond) {
    Contract contract = hire.contract;
    contract.looks++;
    contract.readAt = now;
    boolean older =
        startTick < contract.lookTick
            || (startTick == contract.lookTick && contract.lookCameSecond && !cameSecond);
    if (older) {
      return false;
    }
    contract.lookTick = startTick;
    contract.lookCameSecond = cameSecond;
    switch (reading) {
      case ContractReading.Seen seen -> {
        new ContractPicture(hire, now).show(seen.contract());
        new MilestoneAdoptions(hire).takeUp(startTick);
      }
      case ContractReading.NotFound notFound -> {
        if (hire.contract.known()) {
          hire.contract.missed++;
        }
      }
    }
    return true;
  }

  private void named(OpenTrainCall.ReadNamedContract call, ContractReading reading) {
    AdoptionRequest adoption = hire.adoption(Step.contract());
    if (adoption == null || !adoption.id().equals(call.contractId())) {
      return;
    }
    if (reading instanceof ContractReading.Seen seen
        && hire.plan().proposalId().equals(seen.contract().proposalId())) {
      hire.nominations.remove(Step.contract().toString());
      hire.contract.id = seen.contract().id();
      hire.contract.missed = 0;
      hire.notifiedTick = hire.tick();
    } else {
      hire.nominations.put(
          Step.contract().toString(),
          adoption.refused(
              "Contract %s cannot be seen with this token or is of another proposal"
                  .formatted(call.contractId())));
    }
  }

  private void appeared(ContractSnapshot shown) {
    boolean closedWithout = hire.closed() != null && !hire.abandoned() && !hire.contract.ended;
    if (closedWithout && !shown.ended()) {
      hire.reopen();
      hire.reopened = true;
      hire.givenUp = null;
      hire.contract.id = shown.id();
      hire.notifiedTick = hire.tick();
    }
  }
}
