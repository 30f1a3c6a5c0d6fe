package dev.tenure.lifecycle.hire;

import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Observation;
import dev.tenure.lifecycle.call.Running;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.marketplace.ApprovalReading;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.ContractReading;
import dev.tenure.lifecycle.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.IncidentCause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds to the state of a hire what it learns. Whatever the marketplace shows is taken over. */
public final class Observations {
  private static final int MOST_NOTIFIED_APPROVALS = 500;
  private final Hire hire;
  private final Instant now;

  private Observations(Hire hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  /** Writes down that a call leaves; call it before the call does. */
  public static void started(Hire hire, Call call, Instant now) {
    hire.running.put(call.subject(), new Running(call, hire.tick, now, false));
    switch (call) {
      case Call.Ask ask -> new Observations(hire, now).leaves(ask);
      case Call.CreateMilestone create -> {
        Milestone milestone = hire.milestone(create.milestone());
        milestone.creation = Milestone.Creation.SENT;
        milestone.creations = create.ordinal();
      }
      case Call.ReadApproval read -> {}
      case Call.FindApproval find -> {}
      case Call.ReadContract read -> {}
      case Call.ReadNamedContract read -> {}
    }
  }

  /** Writes down that a running call was asked to stop; its end is still to come. */
  public static void stopping(Hire hire, Call call) {
    hire.running.computeIfPresent(
        call.subject(),
        (subject, running) ->
            new Running(running.call(), running.startTick(), running.startedAt(), true));
  }

  /**
   * Forgets the calls that a run could not wait for any longer before it was handed over: nobody
   * knows what became of its writes.
   */
  public static void handedOver(Hire hire, Instant now) {
    for (Running left : List.copyOf(hire.running.values())) {
      boolean write =
          left.call() instanceof Call.Ask || left.call() instanceof Call.CreateMilestone;
      apply(
          hire,
          write ? new Observation.Unanswered(left.call()) : new Observation.Stopped(left.call()),
          now);
    }
    CommandEffects.forgetOldest(hire);
  }

  /** Adds one observation. */
  public static void apply(Hire hire, Observation observation, Instant now) {
    hire.tick++;
    new Observations(hire, now).add(observation);
  }

  private void add(Observation observation) {
    switch (observation) {
      case Observation.OfCall end -> {
        Running was = hire.running.remove(end.call().subject());
        if (was != null) {
          ended(end, was.startTick());
        }
      }
      case Observation.Notified notified -> notified(notified.notification());
      case Observation.ContractAppeared appeared -> appeared(appeared.contract());
    }
  }

  private void ended(Observation.OfCall end, long startTick) {
    switch (end) {
      case Observation.Answered answered -> {
        overcome(answered.call());
        answered(hire.ask(answered.call()), answered.answer());
        alsoRead(hire.ask(answered.call()), answered.contract(), startTick);
      }
      case Observation.ApprovalRead read -> {
        overcome(read.call());
        approvalRead(read, startTick);
      }
      case Observation.ApprovalsSearched searched -> {
        overcome(searched.call());
        searched(searched.call(), searched.found(), startTick);
      }
      case Observation.ContractRead read -> {
        overcome(read.call());
        if (read.call() instanceof Call.ReadNamedContract named) {
          named(named, read.reading());
        } else {
          looked(read.reading(), startTick);
        }
      }
      case Observation.MilestoneCreated created -> {
        overcome(created.call());
        created(hire.milestone(created.call().milestone()), created.answer());
      }
      case Observation.Refused refused -> {
        obstructed(refused.call(), refused.obstacle());
        notCarriedOut(refused.call());
      }
      case Observation.Unreachable unreachable -> {
        obstructed(unreachable.call(), outage());
        notCarriedOut(unreachable.call());
      }
      case Observation.Unanswered unanswered -> unanswered(unanswered.call());
      case Observation.Stopped stopped -> notCarriedOut(stopped.call());
    }
  }

  private static Obstacle outage() {
    return new Obstacle(
        IncidentCause.MARKETPLACE_UNREACHABLE,
        "The marketplace has not answered for about two minutes. It is asked again, more slowly,"
            + " until it does; nothing is lost.",
        null);
  }

  private void overcome(Call call) {
    hire.obstructions.remove(call.subject());
  }

  private void obstructed(Call call, Obstacle obstacle) {
    hire.obstructions.put(call.subject(), new Obstruction(call.step(), obstacle, false));
  }

  private void leaves(Call.Ask call) {
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

  private static Call.Ask fast(Call.Ask call) {
    return new Call.Ask(
        call.step(),
        call.ordinal(),
        call.target(),
        call.terms(),
        call.confirmNotFit(),
        call.amount(),
        false);
  }

  /** An earlier attempt may have been carried out all the same. */
  private void notCarriedOut(Call call) {
    switch (call) {
      case Call.Ask sent -> {
        Ask ask = hire.ask(sent);
        ask.state = ask.maybeArrived ? Ask.State.SENT : Ask.State.UNSENT;
        tried(ask);
      }
      case Call.CreateMilestone create ->
          hire.milestone(create.milestone()).creation = Milestone.Creation.NONE;
      case Call.ReadApproval read -> {}
      case Call.FindApproval find -> {}
      case Call.ReadContract read -> {}
      case Call.ReadNamedContract read -> {}
    }
  }

  private void unanswered(Call call) {
    switch (call) {
      case Call.Ask sent -> {
        Ask ask = hire.ask(sent);
        ask.maybeArrived = true;
        tried(ask);
      }
      case Call.CreateMilestone create -> {
        Milestone milestone = hire.milestone(create.milestone());
        milestone.creation = Milestone.Creation.DOUBT;
        milestone.looksAtDoubt = hire.contract.looks;
      }
      case Call.ReadApproval read -> {}
      case Call.FindApproval find -> {}
      case Call.ReadContract read -> {}
      case Call.ReadNamedContract read -> {}
    }
  }

  private void tried(Ask ask) {
    ask.tries++;
    ask.triedAt = now;
    ask.triedTick = hire.tick;
  }

  private void answered(Ask ask, AskAnswer answer) {
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
      case CONTRACT_ENDED -> reportedEnded();
      case MILESTONE_CANCELLED -> reportedCancelled(hire.milestone(step.key()));
      case ALREADY_ACCEPTED, MILESTONE_NOT_FUNDABLE, MILESTONE_NOT_FUNDED -> {}
    }
  }

  private void reportedEnded() {
    hire.contract.reportedEnded = true;
    hire.contract.looksAtReport = hire.contract.looks;
  }

  /** The marketplace's own word counts: the next look without the milestone shows it gone. */
  private static void reportedCancelled(Milestone milestone) {
    milestone.listed = true;
    milestone.missing = true;
  }

  private void ended(Ask ask, Ask.State state) {
    ask.state = state;
    ask.endedTick = hire.tick;
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
    if (ask.readAt == null) {
      ask.readAt = shown.createdAt();
    }
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

  private void approvalRead(Observation.ApprovalRead read, long startTick) {
    Nomination nomination = hire.nomination(read.call().step());
    Ask ask = hire.askOf(read.call().approvalId());
    if (nomination != null && nomination.id().equals(read.call().approvalId())) {
      named(read.call().step(), nomination, read.reading());
      ask = hire.askOf(read.call().approvalId());
    } else if (ask != null) {
      readAgain(ask, read.reading(), startTick);
    }
    if (ask != null) {
      ask.readTick = startTick;
      ask.readAt = now;
      ask.lateReads++;
      alsoRead(ask, read.contract(), startTick);
    }
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
        if (hire.past(ask) && startTick >= hire.pastSince(ask)) {
          ended(ask, Ask.State.SETTLED);
        }
        if (!now.isAfter(shown.expiresAt())) {
          ask.lateReads = -1;
        }
      }
      case LOST, UNKNOWN -> {
        ask.state = Ask.State.PENDING;
        ask.approval = shown;
        ask.lateReads = -1;
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

  /** An approval is final; what counts is the status, never the name of the event. */
  private void decided(Ask ask, ApprovalSnapshot shown) {
    ask.approval = shown;
    Ask.State next =
        switch (shown.status()) {
          case "confirmed" -> Ask.State.CONFIRMED;
          case "declined" -> Ask.State.DECLINED;
          case "superseded" -> replacedBy(ask);
          case "expired" -> replacedEarly(shown) ? replacedBy(ask) : Ask.State.EXPIRED;
          default -> Ask.State.UNKNOWN;
        };
    if (ask.state == next || (ask.state == Ask.State.REPLACED && next != Ask.State.CONFIRMED)) {
      return;
    }
    ended(ask, next);
    if (next == Ask.State.CONFIRMED
        && ask.step().kind() == Step.Kind.HIRE
        && shown.contractId() != null
        && !hire.contract.known()) {
      hire.contract.id = shown.contractId();
    }
  }

  /** Assumed: a replaced hire approval reads as expired, resolved before its time was up. */
  private static boolean replacedEarly(ApprovalSnapshot shown) {
    return shown.type().equals(ApprovalKind.PROPOSAL_HIRE.wire())
        && shown.resolvedAt() != null
        && shown.resolvedAt().isBefore(shown.expiresAt());
  }

  /** By a newer ask of ours, answered or not; else by somebody else's. */
  private Ask.State replacedBy(Ask ask) {
    boolean ours =
        hire.asks(ask.step())
            .anyMatch(newer -> newer.ordinal() > ask.ordinal() && newer.sentAt != null);
    return ours ? Ask.State.REPLACED : Ask.State.SUPERSEDED;
  }

  private void searched(Call.FindApproval call, List<ApprovalSnapshot> found, long startTick) {
    Ask ask = hire.lastAsk(call.step());
    if (ask == null || ask.state != Ask.State.SENT) {
      return;
    }
    ask.searchedTick = startTick;
    ask.searchedAt = now;
    for (ApprovalSnapshot approval : found) {
      if (hire.askOf(approval.id()) == null) {
        pending(ask, approval);
      }
    }
  }

  private void created(Milestone milestone, CreateAnswer answer) {
    milestone.creation = Milestone.Creation.NONE;
    switch (answer) {
      case CreateAnswer.Created created ->
          new ContractPicture(hire, now).show(milestone, created.milestone());
      case CreateAnswer.ContractEnded ended -> reportedEnded();
    }
  }

  private void alsoRead(Ask ask, @Nullable ContractReading reading, long startTick) {
    if (reading != null && looked(reading, startTick)) {
      // It was read after the approval, whatever began between the two.
      ask.lookedAtEnd = true;
    }
  }

  /** Whether the look was adopted: not when one that began later was before. */
  private boolean looked(ContractReading reading, long startTick) {
    hire.contract.looks++;
    hire.contract.readAt = now;
    if (startTick < hire.contract.lookTick) {
      return false;
    }
    hire.contract.lookTick = startTick;
    switch (reading) {
      case ContractReading.Seen seen -> {
        new ContractPicture(hire, now).show(seen.contract());
        new MilestoneNominations(hire).takeUp(startTick);
      }
      case ContractReading.NotFound notFound -> {
        if (hire.contract.known()) {
          hire.contract.missed++;
        }
      }
    }
    return true;
  }

  private void named(Step step, Nomination nomination, ApprovalReading reading) {
    String id = nomination.id();
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
      hire.nominations.put(step.toString(), nomination.refused(objection));
    }
  }

  private boolean endedBefore(ApprovalSnapshot shown) {
    Ask known = hire.askOf(shown.id());
    return known != null && known.state != Ask.State.LOST && known.state != Ask.State.UNKNOWN;
  }

  /** From then on it is watched as if we had asked for it. */
  private void adopt(Step step, ApprovalSnapshot shown) {
    Ask last = Objects.requireNonNull(hire.lastAsk(step));
    Call.Ask was = last.call;
    Ask ask =
        new Ask(
            step,
            last.ordinal() + 1,
            new Call.Ask(
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
          case CONTRACT, TERMS, CREATE, GONE -> false;
        };
  }

  /** Samples leave ids out here and there; another one than ours is never accepted. */
  private static boolean sameOrUntold(@Nullable String shown, String ours) {
    return shown == null || shown.equals(ours);
  }

  private void named(Call.ReadNamedContract call, ContractReading reading) {
    Nomination nomination = hire.nomination(Step.contract());
    if (nomination == null || !nomination.id().equals(call.contractId())) {
      return;
    }
    if (reading instanceof ContractReading.Seen seen
        && hire.plan().proposalId().equals(seen.contract().proposalId())) {
      hire.nominations.remove(Step.contract().toString());
      hire.contract.id = seen.contract().id();
      hire.contract.missed = 0;
      hire.notifiedTick = hire.tick;
    } else {
      hire.nominations.put(
          Step.contract().toString(),
          nomination.refused(
              "Contract %s cannot be seen with this token or is of another proposal"
                  .formatted(call.contractId())));
    }
  }

  private void appeared(ContractSnapshot shown) {
    boolean closedWithout = hire.closed != null && !hire.abandoned && !hire.contract.ended;
    if (closedWithout && !shown.ended()) {
      hire.closed = null;
      hire.closedAt = null;
      hire.reopened = true;
      hire.contract.id = shown.id();
      hire.notifiedTick = hire.tick;
    }
  }

  private void notified(Notification notification) {
    if (notification.type().equals(Notification.OBSTACLE_GONE)) {
      hire.obstructions.replaceAll((subject, met) -> met.asProbing());
      hire.asks.forEach(ask -> ask.triedAt = null);
    } else if (notification.approvalId() != null) {
      approvalNotified(notification.approvalId());
    } else {
      contractNotified(notification);
    }
  }

  private void approvalNotified(String approvalId) {
    hire.notifiedApprovals.remove(approvalId);
    hire.notifiedApprovals.put(approvalId, hire.tick);
    while (hire.notifiedApprovals.size() > MOST_NOTIFIED_APPROVALS) {
      hire.notifiedApprovals.remove(hire.notifiedApprovals.keySet().iterator().next());
    }
    Ask ask = hire.askOf(approvalId);
    if (ask == null) {
      hire.asks.stream().filter(a -> a.state == Ask.State.SENT).forEach(this::searchAgain);
    }
    boolean watched = ask != null && ask.state == Ask.State.PENDING;
    boolean known = ask != null && ask.state.live();
    if (!watched && !known && !hire.contract.known()) {
      hire.notifiedTick = hire.tick;
    }
  }

  private void searchAgain(Ask ask) {
    ask.triedAt = null;
    ask.triedTick = hire.tick;
  }

  /** News of what we asked for is read with its approval; what is known already is no news. */
  private void contractNotified(Notification notification) {
    String milestoneId = notification.milestoneId();
    Milestone milestone =
        milestoneId == null ? null : hire.milestoneWithId(milestoneId).orElse(null);
    if (milestone == null || notification.status() == null) {
      if (!expectedOfTheHire(notification)) {
        hire.notifiedTick = hire.tick;
      }
      return;
    }
    switch (notification.status()) {
      case "NOT_FUNDED" -> {}
      case "ACTIVE_FUNDED" -> {
        if (milestone.stage == Stage.UNFUNDED || milestone.stage == Stage.NONE) {
          newsOf(Step.fund(milestone.key()));
        }
      }
      case "PAID" -> {
        if (!milestone.stage.over()) {
          newsOf(Step.release(milestone.key()));
        }
      }
      case "CANCELLED", "REFUNDED" -> {
        if (!milestone.stage.over()) {
          reportedCancelled(milestone);
          hire.notifiedTick = hire.tick;
        }
      }
      default -> hire.notifiedTick = hire.tick;
    }
  }

  /** Events of the confirmed hire that come beside the one of its approval. */
  private boolean expectedOfTheHire(Notification notification) {
    Ask last = hire.lastAsk(hire.hireStep());
    if (last == null
        || last.state != Ask.State.PENDING
        || hire.contract.known()
        || notification.contractId() == null) {
      return false;
    }
    hire.notifiedApprovals.put(last.knownApproval().id(), hire.tick);
    return true;
  }

  private void newsOf(Step step) {
    Ask pending =
        hire.asks(step).filter(ask -> ask.state == Ask.State.PENDING).findFirst().orElse(null);
    if (pending != null) {
      hire.notifiedApprovals.put(pending.knownApproval().id(), hire.tick);
    } else if (hire.asks(step).noneMatch(Observations::looksFollow)) {
      hire.notifiedTick = hire.tick;
    }
  }

  /** What was carried out is looked for already. */
  private static boolean looksFollow(Ask ask) {
    return ask.state == Ask.State.CONFIRMED || ask.state == Ask.State.EXECUTED;
  }
}
