package dev.tenure.lifecycle.opencontract.hire;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.CallTracker;
import dev.tenure.lifecycle.hire.CommandLog;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds to the state of a hire what it learns. Whatever the marketplace shows is taken over. */
public final class OpenContractObservations {
  private static final Duration RAREST = Duration.ofMinutes(15);

  /** From a payment that its contract does not show yet to the next try. */
  private static final Duration NOT_SHOWN = Duration.ofSeconds(15);

  private final OpenContractHire hire;
  private final Instant now;

  private OpenContractObservations(OpenContractHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  /** Writes down that a call leaves; call it before the call does. */
  public static void started(OpenContractHire hire, OpenContractCall call, Instant now) {
    CallTracker.started(hire, call, now);
    PlannedMilestone milestone = hire.milestone(call.milestone());
    switch (call) {
      case OpenContractCall.Create create -> begin(hire, milestone, create, now);
      case OpenContractCall.Dispute dispute -> {
        WorkingContract contract = contract(milestone, dispute.contractId());
        if (contract.disputeBegunAt == null) {
          contract.disputeBegunAt = now;
        }
      }
      case OpenContractCall.Approve approve ->
          contract(milestone, approve.contractId()).approveBegun = true;
      case OpenContractCall.Cancel cancel ->
          contract(milestone, cancel.contractId()).cancelBegun = true;
      case OpenContractCall.Read read -> {}
      case OpenContractCall.ReadProtocol read -> {}
    }
  }

  private static void begin(
      OpenContractHire hire,
      PlannedMilestone milestone,
      OpenContractCall.Create create,
      Instant now) {
    if (milestone.creation == null) {
      Step step = Step.fund(milestone.key());
      Approval yes = Objects.requireNonNull(hire.confirmed(step, milestone.nextOrdinal()));
      milestone.creations++;
      milestone.creation = new Creation(create.contract(), yes.id(), now, null, false, false);
    }
  }

  /** Forgets the calls that a run could not wait for any longer before it was handed over. */
  public static void handedOver(OpenContractHire hire, Instant now) {
    for (OpenContractCall left : CallTracker.left(hire)) {
      apply(hire, new OpenContractObservation.Stopped(left), now);
    }
    CommandLog.forgetOldest(hire);
  }

  /** Adds one observation. */
  public static void apply(OpenContractHire hire, OpenContractObservation observed, Instant now) {
    CallTracker.tick(hire);
    new OpenContractObservations(hire, now).add(observed);
  }

  private void add(OpenContractObservation observed) {
    switch (observed) {
      case OpenContractObservation.OfCall end -> {
        RunningCall<OpenContractCall> was = CallTracker.ended(hire, end.call());
        if (was != null) {
          ended(end, was.startTick());
        }
      }
      case OpenContractObservation.Notified notified -> notified(notified.notification());
    }
  }

  private void notified(Notification notification) {
    String contractId = notification.contractId();
    if (notification.type().equals(Notification.OBSTACLE_GONE)) {
      CallTracker.probe(hire);
    } else if (contractId != null) {
      hire.contracts()
          .filter(contract -> contract.id().equals(contractId))
          .forEach(contract -> contract.notifiedTick = hire.tick());
    }
  }

  private void ended(OpenContractObservation.OfCall end, long startTick) {
    switch (end) {
      case OpenContractObservation.Paid paid -> {
        CallTracker.overcome(hire, paid.call().subject());
        paid(paid, startTick);
      }
      case OpenContractObservation.ContractRead read -> {
        CallTracker.overcome(hire, read.call().subject());
        read(read, startTick);
      }
      case OpenContractObservation.ProtocolRead read -> {
        CallTracker.overcome(hire, read.call().subject());
        protocol(read, startTick);
      }
      case OpenContractObservation.Refused refused -> {
        CallTracker.obstructed(hire, refused.call(), refused.obstacle());
        if (PaidAnswer.refusedUnpaid(refused.obstacle().cause())) {
          notBegun(refused.call());
        }
      }
      case OpenContractObservation.Unreachable unreachable ->
          CallTracker.unreachable(hire, unreachable.call());
      case OpenContractObservation.Stopped stopped -> {}
    }
  }

  private void notBegun(OpenContractCall call) {
    switch (call) {
      case OpenContractCall.Create create -> notCreated(hire.milestone(create.milestone()));
      case OpenContractCall.Dispute dispute -> {
        WorkingContract contract =
            contract(hire.milestone(dispute.milestone()), dispute.contractId());
        contract.disputeBegunAt = null;
        contract.disputeUncertainUntil = null;
        contract.protocolStaleTick = hire.tick();
      }
      case OpenContractCall.Approve approve -> {}
      case OpenContractCall.Cancel cancel -> {}
      case OpenContractCall.Read read -> {}
      case OpenContractCall.ReadProtocol read -> {}
    }
  }

  /**
   * Another bond is another dispute: what the last one has met says nothing of it. Where that was
   * refused for its payment nothing of it was signed, and its quote asks for this bond now.
   */
  private void protocol(OpenContractObservation.ProtocolRead read, long startTick) {
    PlannedMilestone milestone = hire.milestone(read.call().milestone());
    WorkingContract contract = contract(milestone, read.call().contractId());
    ProtocolParameters before = contract.protocol;
    Money price = contract.price();
    learn(contract, read.parameters(), startTick);
    boolean sameBond =
        before != null
            && Settlement.bond(price, before).equals(Settlement.bond(price, read.parameters()));
    boolean unsigned = contract.disputeBegunAt == null || hire.disputeRefused(milestone);
    if (!sameBond && unsigned && contract.equals(milestone.contract())) {
      contract.disputeBegunAt = null;
      contract.disputeUncertainUntil = null;
      CallTracker.forget(hire, Step.dispute(milestone.key()).toString());
    }
  }

  private void learn(WorkingContract contract, ProtocolParameters protocol, long startTick) {
    contract.protocol = protocol;
    contract.protocolTick = startTick;
    contract.protocolReadAt = now;
  }

  private void paid(OpenContractObservation.Paid paid, long startTick) {
    PlannedMilestone milestone = hire.milestone(paid.call().milestone());
    if (paid.call() instanceof OpenContractCall.Dispute dispute) {
      disputed(contract(milestone, dispute.contractId()), paid.answer(), startTick);
    } else {
      created(milestone, paid.answer(), startTick);
      WorkingContract made = milestone.contract();
      if (milestone.creation == null && made != null && paid.protocol() != null) {
        learn(made, paid.protocol(), startTick);
      }
    }
  }

  private void created(PlannedMilestone milestone, PaidAnswer answer, long startTick) {
    Creation begun = Objects.requireNonNull(milestone.creation);
    switch (answer) {
      case PaidAnswer.Paid paid ->
          begin(milestone, begun, paid.contract(), paid.transaction(), startTick);
      case PaidAnswer.Overtaken overtaken ->
          begin(milestone, begun, overtaken.contract(), null, startTick);
      case PaidAnswer.Uncertain uncertain ->
          milestone.creation = begun.uncertain(later(uncertain.until(), begun.begunAt()));
      case PaidAnswer.NothingPaid nothing -> notCreated(milestone);
    }
  }

  /**
   * What stays unknown is asked about more and more rarely, so that a history does not grow by it.
   */
  private Instant later(Instant until, Instant begunAt) {
    Duration age = Duration.between(begunAt, now).dividedBy(4);
    Instant next = now.plus(age.compareTo(RAREST) < 0 ? age : RAREST);
    return next.isAfter(until) ? next : until;
  }

  /** Nothing was paid: what was withdrawn meanwhile can be given up. */
  private void notCreated(PlannedMilestone milestone) {
    Creation begun = milestone.creation;
    milestone.creation = null;
    if (begun != null && begun.withdrawn()) {
      OpenContractCommands.giveUp(hire, milestone);
    }
  }

  private void begin(
      PlannedMilestone milestone,
      Creation begun,
      WorkingContractSnapshot shown,
      @Nullable String transaction,
      long startTick) {
    WorkingContract contract =
        new WorkingContract(
            milestone.nextOrdinal(), begun.contract(), transaction, shown, now, now);
    contract.lookTick = startTick;
    milestone.contracts.add(contract);
    milestone.creation = null;
    if (begun.withdrawn()) {
      contract.cancelBegun = true;
      milestone.skippedAfter = milestone.contracts.size();
    } else if (begun.replaced()) {
      contract.cancelBegun = true;
      contract.replaced = true;
      milestone.retriedAfter = milestone.contracts.size();
    }
    entered(contract);
  }

  private void disputed(WorkingContract contract, PaidAnswer answer, long startTick) {
    switch (answer) {
      case PaidAnswer.Paid paid -> {
        show(contract, paid.contract(), startTick);
        if (contract.is(WorkingContractStatus.UNDER_REVIEW)) {
          askAgain(contract, now.plus(NOT_SHOWN));
        }
      }
      case PaidAnswer.Overtaken overtaken -> {
        show(contract, overtaken.contract(), startTick);
        contract.disputeBegunAt = null;
        contract.disputeUncertainUntil = null;
        contract.disputeOvertaken = contract.shown.bond() == null;
      }
      case PaidAnswer.Uncertain uncertain -> askAgain(contract, uncertain.until());
      case PaidAnswer.NothingPaid nothing -> {
        contract.disputeBegunAt = null;
        contract.disputeUncertainUntil = null;
      }
    }
  }

  /** While a dispute is still possible it is never put off beyond that. */
  private void askAgain(WorkingContract contract, Instant until) {
    Instant next = later(until, Objects.requireNonNullElse(contract.disputeBegunAt, now));
    Instant half = now.plus(Duration.between(now, contract.deadlines().review()).dividedBy(2));
    contract.disputeUncertainUntil = half.isAfter(until) && half.isBefore(next) ? half : next;
  }

  private void read(OpenContractObservation.ContractRead read, long startTick) {
    PlannedMilestone milestone = hire.milestone(read.call().milestone());
    String id =
        switch (read.call()) {
          case OpenContractCall.Approve approve -> approve.contractId();
          case OpenContractCall.Cancel cancel -> cancel.contractId();
          case OpenContractCall.Read look -> look.contractId();
          case OpenContractCall.Create create -> throw notARead(create);
          case OpenContractCall.Dispute dispute -> throw notARead(dispute);
          case OpenContractCall.ReadProtocol protocol -> throw notARead(protocol);
        };
    WorkingContract contract = contract(milestone, id);
    Instant before = contract.statusSince;
    switch (read.reading()) {
      case WorkingContractReading.Seen seen -> show(contract, seen.contract(), startTick);
      case WorkingContractReading.NotFound notFound -> {
        contract.missed++;
        looked(contract, startTick);
      }
    }
    boolean write = !(read.call() instanceof OpenContractCall.Read);
    if (write && contract.statusSince.equals(before)) {
      contract.writesInVain++;
    }
  }

  private static IllegalArgumentException notARead(OpenContractCall call) {
    return new IllegalArgumentException("answers with no reading of a contract: " + call);
  }

  /** A look that began before the last one, or shows an earlier status, knows less. */
  private void show(WorkingContract contract, WorkingContractSnapshot shown, long startTick) {
    boolean older = startTick < contract.lookTick || goesBack(contract.shown, shown);
    boolean changed = !shown.status().equals(contract.shown.status());
    contract.missed = 0;
    looked(contract, startTick);
    if (older) {
      return;
    }
    contract.shown = shown;
    if (changed) {
      entered(contract);
    }
  }

  private void looked(WorkingContract contract, long startTick) {
    Instant deadline = contract.statusDeadline();
    contract.readAt = now;
    contract.lookTick = Math.max(contract.lookTick, startTick);
    if (deadline == null || now.isAfter(deadline)) {
      contract.lateReads++;
    }
  }

  /** The contract is in another status than before. */
  private void entered(WorkingContract contract) {
    contract.statusSince = now;
    contract.lateReads = 0;
    contract.writesInVain = 0;
    WorkingContractStatus status = contract.status().orElse(null);
    if (status == WorkingContractStatus.UNDER_REVIEW) {
      contract.underReviewSince = now;
    } else {
      contract.disputeOvertaken |= contract.disputeBegunAt != null && contract.shown.bond() == null;
      contract.disputeBegunAt = null;
      contract.disputeUncertainUntil = null;
    }
    if (contract.shown.bond() != null && contract.disputedSince == null) {
      contract.disputedSince = now;
    }
    if (contract.terminal()) {
      contract.endedAt = now;
      contract.endTick = hire.tick();
    }
  }

  /** A word that is not known counts as news, and so does whatever follows it. */
  private static boolean goesBack(WorkingContractSnapshot from, WorkingContractSnapshot to) {
    Optional<WorkingContractStatus> was = WorkingContractStatus.of(from.status());
    Optional<WorkingContractStatus> is = WorkingContractStatus.of(to.status());
    return was.isPresent() && is.isPresent() && is.get().progress() < was.get().progress();
  }

  private static WorkingContract contract(PlannedMilestone milestone, String id) {
    return milestone
        .contract(id)
        .orElseThrow(() -> new IllegalArgumentException("no contract of this hire: " + id));
  }
}
