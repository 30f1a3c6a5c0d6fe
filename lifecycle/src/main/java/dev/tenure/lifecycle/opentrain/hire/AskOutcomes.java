package dev.tenure.lifecycle.opentrain.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.model.hire.ApprovalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what became of what people were asked for: from the moment in which an ask leaves to
 * the end of its approval, also where that was found by a search or named by an operator.
 */
final class AskOutcomes {
  private final OpenTrainHire hire;
  private final Instant now;

  AskOutcomes(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  void leaves(OpenTrainCall.Ask call) {
    Ask ask =
        hire.asks(call.step())
            .filter(known -> known.ordinal() == call.ordinal())
            .findFirst()
            .orElse(null);
    if (ask == null) {
      ask = new Ask(call.step(), call.ordinal(), call);
      hire.asks.add(ask);
    }
    if (!ask.maybeArrived) {
      ask.sentAt = now;
    }
    ask.state = Ask.State.SENT;
    ask.call = fast(call);
  }

  private static OpenTrainCall.Ask fast(OpenTrainCall.Ask call) {
    return new OpenTrainCall.Ask(
        call.step(),
        call.ordinal(),
        call.target(),
        call.terms(),
        call.confirmNotFit(),
        call.amount(),
        false);
  }

  void tried(Ask ask) {
    ask.tries++;
    ask.triedAt = now;
    ask.triedTick = hire.tick();
  }

  void answered(Ask ask, AskAnswer answer) {
    switch (answer) {
      case AskAnswer.Pending pending -> pending(ask, pending.approval());
      case AskAnswer.Done done -> ended(ask, Ask.State.EXECUTED);
      case AskAnswer.Fact fact -> {
        ask.fact = fact.reason();
        ended(ask, Ask.State.FACT);
        believe(ask.step(), fact.reason());
      }
    }
  }

  private void believe(Step step, AskAnswer.Reason reason) {
    switch (reason) {
      case CONTRACT_ENDED -> hire.contract.reportEnded();
      case MILESTONE_CANCELLED -> hire.milestone(step.key()).reportedCancelled();
      case ALREADY_ACCEPTED, MILESTONE_NOT_FUNDABLE, MILESTONE_NOT_FUNDED -> {}
    }
  }

  private void ended(Ask ask, Ask.State state) {
    ask.state = state;
    ask.endedTick = hire.tick();
    ask.endedAt = now;
    ask.looksAtEnd = hire.contract.looks;
    ask.lookedAtEnd = false;
    ask.lateReads = 0;
  }

  /** The marketplace named the approval that a person must decide on, or one that was decided. */
  private void pending(Ask ask, ApprovalSnapshot shown) {
    Ask known = hire.askOf(shown.id());
    if (known != null && known != ask) {
      // It is one and the same: from now on the newer ask stands for it.
      hire.asks.remove(known);
      ask.attempt = known.attempt;
      ask.readTick = known.readTick;
      ask.readAt = known.readAt;
    } else if (ask.approval == null) {
      ask.attempt = (int) hire.asks(ask.step()).filter(a -> a.approval != null).count() + 1;
    }
    ask.state = Ask.State.PENDING;
    ask.approval = shown;
    ask.maybeArrived = false;
    ask.otherUntil = null;
    if (ask.readAt == null) {
      ask.readAt = shown.createdAt();
    }
    hire.asks(ask.step()).forEach(older -> older.otherUntil = null);
    if (ask.step().kind() == Step.Kind.HIRE) {
      if (hire.jobId == null) {
        hire.jobId = shown.jobId();
      }
      hire.asks(ask.step())
          .filter(older -> older != ask && older.state == Ask.State.PENDING)
          .toList()
          .forEach(older -> ended(older, Ask.State.REPLACED));
    }
    if (!shown.status().equals("pending")) {
      decided(ask, shown);
    }
  }

  /** The ask whose approval was read; none where it is not known here. */
  @Nullable Ask approvalRead(OpenTrainObservation.ApprovalRead read, long startTick) {
    AdoptionRequest adoption = hire.adoption(read.call().step());
    Ask ask = hire.askOf(read.call().approvalId());
    if (adoption != null && adoption.id().equals(read.call().approvalId())) {
      named(read.call().step(), adoption, read.reading());
      ask = hire.askOf(read.call().approvalId());
    } else if (ask != null) {
      readAgain(ask, read.reading(), startTick);
    }
    if (ask != null) {
      ask.readPastWindow = ask.approval != null && now.isAfter(ask.approval.expiresAt());
      ask.readTick = startTick;
      ask.readAt = now;
      boolean inWindow = ask.state == Ask.State.PENDING && !ask.readPastWindow;
      ask.lateReads = inWindow ? 0 : ask.lateReads + 1;
      if (hire.hiredHint && ask.step().kind() == Step.Kind.HIRE) {
        hire.hiredHint = false;
        if (ask.state == Ask.State.PENDING) {
          hire.notifiedTick = hire.tick();
        }
      }
    }
    return ask;
  }

  private void readAgain(Ask ask, ApprovalReading reading, long startTick) {
    switch (reading) {
      case ApprovalReading.LostSight lost -> {
        if (ask.state == Ask.State.PENDING) {
          ended(ask, Ask.State.LOST);
        }
      }
      case ApprovalReading.Seen seen when !seen.approval().status().equals("pending") ->
          decided(ask, seen.approval());
      case ApprovalReading.Seen seen -> stillPending(ask, seen.approval(), startTick);
    }
  }

  private void stillPending(Ask ask, ApprovalSnapshot shown, long startTick) {
    switch (ask.state) {
      case PENDING -> {
        ask.approval = shown;
        notReplaced(ask, startTick);
        if (hire.past(ask) && startTick >= hire.pastSince(ask)) {
          ended(ask, Ask.State.SETTLED);
        }
      }
      case LOST, UNKNOWN -> {
        ask.state = Ask.State.PENDING;
        ask.approval = shown;
      }
      case SENT,
          UNSENT,
          CONFIRMED,
          EXECUTED,
          FACT,
          DECLINED,
          EXPIRED,
          SUPERSEDED,
          REPLACED,
          SETTLED -> {}
    }
  }

  /** A request that was to replace it has not arrived: it would not be pending any more. */
  private void notReplaced(Ask pending, long readTick) {
    hire.asks(pending.step())
        .filter(newer -> newer.ordinal() > pending.ordinal() && newer.state == Ask.State.SENT)
        .filter(newer -> newer.maybeArrived && newer.triedTick < readTick)
        .filter(newer -> !hire.runs(newer.step().toString()))
        .forEach(
            newer -> {
              newer.state = Ask.State.UNSENT;
              newer.maybeArrived = false;
            });
  }

  /** An approval is final; what counts is the status, never the name of the event. */
  private void decided(Ask ask, ApprovalSnapshot shown) {
    ask.approval = shown;
    Ask.State next =
        switch (shown.status()) {
          case "confirmed" -> Ask.State.CONFIRMED;
          case "declined" -> Ask.State.DECLINED;
          case "superseded" -> replacedBy(ask, shown);
          case "expired" -> replacedEarly(shown) ? replacedBy(ask, shown) : Ask.State.EXPIRED;
          default -> Ask.State.UNKNOWN;
        };
    if (ask.state == next || (ask.state == Ask.State.REPLACED && next != Ask.State.CONFIRMED)) {
      return;
    }
    ended(ask, next);
    if (next != Ask.State.CONFIRMED && next != Ask.State.REPLACED) {
      refused(ask, shown);
    }
    if (next == Ask.State.CONFIRMED
        && ask.step().kind() == Step.Kind.HIRE
        && shown.contractId() != null
        && !hire.contract.known()) {
      hire.contract.id = shown.contractId();
    }
  }

  /**
   * A no counts for what was to follow as well, where that never arrived. And a request that had no
   * answer shortly before may still make an approval of its own.
   */
  private void refused(Ask ask, ApprovalSnapshot shown) {
    hire.asks.removeIf(
        newer ->
            newer.step().equals(ask.step())
                && newer.ordinal() > ask.ordinal()
                && newer.state == Ask.State.UNSENT);
    if (ask.lostAt != null && now.isBefore(ask.lostAt.plus(Ask.LATEST_ARRIVAL))) {
      Duration window = Duration.between(shown.createdAt(), shown.expiresAt());
      ask.otherUntil = ask.lostAt.plus(Ask.LATEST_ARRIVAL).plus(window);
    }
  }

  /** Assumed: a replaced hire approval reads as expired, resolved before its time was up. */
  private static boolean replacedEarly(ApprovalSnapshot shown) {
    return shown.type().equals(ApprovalKind.PROPOSAL_HIRE.wire())
        && shown.resolvedAt() != null
        && shown.resolvedAt().isBefore(shown.expiresAt());
  }

  /** By a newer ask of ours, if one may have arrived by then; else by somebody else's. */
  private Ask.State replacedBy(Ask ask, ApprovalSnapshot shown) {
    Instant when = Objects.requireNonNullElse(shown.resolvedAt(), now);
    boolean ours = false;
    for (Ask newer : hire.asks(ask.step()).toList()) {
      if (newer.ordinal() > ask.ordinal()) {
        ours |= arrivedBy(newer, when);
      }
    }
    return ours ? Ask.State.REPLACED : Ask.State.SUPERSEDED;
  }

  /** Writes down, too, whether one without an answer has arrived: only that shows it. */
  private boolean arrivedBy(Ask newer, Instant when) {
    boolean unknown = newer.state == Ask.State.SENT || newer.state == Ask.State.UNSENT;
    if (!unknown || hire.runs(newer.step().toString())) {
      return true;
    }
    boolean arrived = newer.lostAt != null && !when.isAfter(newer.lostAt.plus(Ask.LATEST_ARRIVAL));
    if (arrived != (newer.state == Ask.State.SENT)) {
      newer.state = arrived ? Ask.State.SENT : Ask.State.UNSENT;
      newer.maybeArrived = arrived;
      tried(newer);
    }
    return arrived;
  }

  void searched(OpenTrainCall.FindApproval call, List<ApprovalSnapshot> found, long startTick) {
    Ask ask = hire.lastAsk(call.step());
    if (ask == null || !(ask.state == Ask.State.SENT || hire.policyOn(ask) != null)) {
      return;
    }
    ask.searchedTick = startTick;
    ask.searchedAt = now;
    if (ask.state != Ask.State.SENT) {
      found.stream()
          .filter(approval -> hire.askOf(approval.id()) == null && !replacedByIt(ask, approval))
          .forEach(approval -> adopt(ask.step(), approval));
      return;
    }
    Instant tried = Objects.requireNonNullElse(ask.triedAt, now);
    boolean sentAgain = ask.tries > 1;
    for (ApprovalSnapshot approval : found) {
      if (hire.askOf(approval.id()) == null && !replacedByIt(ask, approval)) {
        pending(ask, approval);
        if (sentAgain && ask.state != Ask.State.CONFIRMED) {
          ask.otherUntil = tried.plus(Duration.between(approval.createdAt(), approval.expiresAt()));
        }
      }
    }
  }

  /** One that was there before the ask left and was replaced shows only that the ask arrived. */
  private static boolean replacedByIt(Ask ask, ApprovalSnapshot approval) {
    return approval.createdAt().isBefore(ask.sentAt())
        && approval.status().equals("expired")
        && replacedEarly(approval);
  }

  private void named(Step step, AdoptionRequest adoption, ApprovalReading reading) {
    String id = adoption.id();
    String objection =
        switch (reading) {
          case ApprovalReading.LostSight lost -> "Approval " + id + " cannot be seen";
          case ApprovalReading.Seen seen when !concerns(step, seen.approval()) ->
              "Approval " + id + " is for something else";
          case ApprovalReading.Seen seen when endedBefore(seen.approval()) ->
              "Approval " + id + " is known here and has ended";
          case ApprovalReading.Seen seen -> {
            adopt(step, seen.approval());
            yield null;
          }
        };
    if (objection == null) {
      hire.nominations.remove(step.toString());
    } else {
      hire.nominations.put(step.toString(), adoption.refused(objection));
    }
  }

  private boolean endedBefore(ApprovalSnapshot shown) {
    Ask known = hire.askOf(shown.id());
    return known != null && known.state != Ask.State.LOST && known.state != Ask.State.UNKNOWN;
  }

  /** From then on it is watched as if we had asked for it. */
  private void adopt(Step step, ApprovalSnapshot shown) {
    Ask last = Objects.requireNonNull(hire.lastAsk(step));
    OpenTrainCall.Ask was = last.call;
    Ask ask =
        new Ask(
            step,
            last.ordinal() + 1,
            new OpenTrainCall.Ask(
                step,
                last.ordinal() + 1,
                was.target(),
                was.terms(),
                was.confirmNotFit(),
                was.amount(),
                false));
    ask.sentAt = now;
    hire.asks.add(ask);
    pending(ask, shown);
  }

  private boolean concerns(Step step, ApprovalSnapshot shown) {
    return shown.type().equals(step.approval().wire())
        && switch (step.kind()) {
          case HIRE -> sameOrUntold(shown.proposalId(), hire.plan().proposalId());
          case FUND, RELEASE ->
              shown.milestoneId() != null
                  && shown.milestoneId().equals(hire.milestone(step.key()).id());
          case END -> sameOrUntold(shown.contractId(), hire.contract.id());
          case CONTRACT, TERMS, CREATE, GONE, DISPUTE -> false;
        };
  }

  /** Samples leave ids out here and there; another one than ours is never accepted. */
  private static boolean sameOrUntold(@Nullable String shown, String ours) {
    return shown == null || shown.equals(ours);
  }
}
