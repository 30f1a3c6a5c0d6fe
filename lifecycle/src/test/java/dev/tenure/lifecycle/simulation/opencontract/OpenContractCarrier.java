package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.lifecycle.simulation.Dice;
import dev.tenure.lifecycle.simulation.opencontract.OpenContractDraw.Trouble;
import dev.tenure.model.hire.IncidentCause;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries calls out as the activities do, over a wire that fails. */
final class OpenContractCarrier {
  private static final List<IncidentCause> CAUSES =
      List.of(
          IncidentCause.PAYMENT_REFUSED,
          IncidentCause.REQUEST_REJECTED,
          IncidentCause.TOKEN_REJECTED,
          IncidentCause.RATE_LIMITED);

  private final OpenContractWorld world;
  private final Dice dice;
  private final Map<String, Attempts> running = new LinkedHashMap<>();
  private final SimulatedPayments payments;
  private long outageUntil;
  private long obstacleUntil;
  private @Nullable IncidentCause obstacle;
  private Instant disturbedAt = Instant.MIN;

  /** The attempts of one call. */
  private final class Attempts {
    private final OpenContractCall call;
    private final long begun = world.agenda().now();
    private final boolean givenUp;
    private boolean stopped;
    private boolean forgotten;
    private int count;

    private Attempts(OpenContractCall call) {
      this.call = call;
      this.givenUp = world.checks().givenUp(call.milestone());
    }

    private void attempt() {
      if (forgotten) {
        return;
      }
      count++;
      OpenContractObservation end = stopped ? new OpenContractObservation.Stopped(call) : carried();
      if (end != null) {
        running.remove(call.subject());
        world.observe(end);
      } else if (!call.slow() && world.agenda().now() - begun > 2 * OpenContractDraw.MINUTE) {
        running.remove(call.subject());
        world.observe(new OpenContractObservation.Unreachable(call));
      } else {
        long pause =
            call.slow()
                ? Math.min(30_000L << Math.min(count, 5), 15 * OpenContractDraw.MINUTE)
                : Math.min(200L << Math.min(count, 7), 15_000);
        world.agenda().after(pause, this::attempt);
      }
    }

    /** Nothing where the attempt failed and is made again. */
    private @Nullable OpenContractObservation carried() {
      weather(pays());
      if (world.agenda().now() < outageUntil) {
        disturbedAt = world.now();
        return null;
      }
      OpenContractObservation end = answered();
      if (end != null && lost()) {
        disturbedAt = world.now();
        return null;
      }
      return end;
    }

    private boolean pays() {
      return call instanceof OpenContractCall.Create || call instanceof OpenContractCall.Dispute;
    }

    private @Nullable OpenContractObservation answered() {
      IncidentCause met = world.agenda().now() < obstacleUntil ? obstacle : null;
      boolean ofPayment = met != null && PaidAnswer.refusedUnpaid(met);
      if (met != null && (pays() ? !ofPayment : met != IncidentCause.PAYMENT_REFUSED)) {
        disturbedAt = world.now();
        return told(met);
      }
      return switch (call) {
        case OpenContractCall.Create create ->
            paid(new CreationPayment(create, givenUp), !create.settleOnly(), met);
        case OpenContractCall.Dispute dispute -> paid(new BondPayment(dispute), true, met);
        case OpenContractCall.Approve approve -> written(approve.contractId());
        case OpenContractCall.Cancel cancel -> written(cancel.contractId());
        case OpenContractCall.Read read -> read(read.contractId());
        case OpenContractCall.ReadProtocol read ->
            new OpenContractObservation.ProtocolRead(read, world.market().protocol);
      };
    }

    private @Nullable OpenContractObservation paid(
        SimulatedPayments.Purpose purpose, boolean sign, @Nullable IncidentCause met) {
      return switch (payments.attempt(purpose, sign, met)) {
        case SimulatedPayments.Outcome.Answered(PaidAnswer answer) ->
            new OpenContractObservation.Paid(call, answer, protocolBeside(answer));
        case SimulatedPayments.Outcome.Refused(IncidentCause cause) -> {
          if (met == null && call instanceof OpenContractCall.Dispute dispute) {
            world.checks().staleBond(dispute.contractId());
          } else {
            disturbedAt = world.now();
          }
          OpenContractObservation told = told(cause);
          // The hire hears of it, and goes on to another creation.
          if (told != null && call instanceof OpenContractCall.Create) {
            payments.close(purpose.intent());
          }
          yield told;
        }
        case SimulatedPayments.Outcome.TimedOut() -> {
          disturbedAt = world.now();
          yield null;
        }
      };
    }

    private @Nullable ProtocolParameters protocolBeside(PaidAnswer answer) {
      return call instanceof OpenContractCall.Create
              && answer instanceof PaidAnswer.Paid
              && dice.hits(.5)
          ? world.market().protocol
          : null;
    }

    /** Nothing where the call is held by that already. */
    private @Nullable OpenContractObservation told(IncidentCause cause) {
      Obstruction held = world.hire().obstruction(call.subject());
      return call.slow() && held != null && held.obstacle().cause() == cause
          ? null
          : new OpenContractObservation.Refused(
              call, new Obstacle(cause, "It is refused: " + cause.wire() + ".", null));
    }

    private OpenContractObservation written(String contractId) {
      SimulatedWorkingContract contract = passed(contractId);
      if (call instanceof OpenContractCall.Approve) {
        world.market().approve(contract, world.now());
      } else {
        world.market().cancel(contract, world.now());
      }
      return shown(contract, world.now());
    }

    private OpenContractObservation read(String contractId) {
      SimulatedWorkingContract contract = passed(contractId);
      boolean late = troubled(Trouble.LATE_READS);
      long behind = late ? dice.between(1_000L, 10 * OpenContractDraw.MINUTE) : 0;
      return shown(contract, world.now().minusMillis(behind));
    }

    private OpenContractObservation shown(SimulatedWorkingContract contract, Instant asOf) {
      return new OpenContractObservation.ContractRead(
          call, new WorkingContractReading.Seen(contract.shownAt(asOf)));
    }

    private boolean lost() {
      return troubled(Trouble.ANSWERS_LOST);
    }
  }

  OpenContractCarrier(OpenContractWorld world) {
    this.world = world;
    this.dice = world.draw().dice(2);
    this.payments = new SimulatedPayments(world);
  }

  void start(OpenContractCall call) {
    Attempts attempts = new Attempts(call);
    if (running.put(call.subject(), attempts) != null) {
      OpenContractInvariant.ONE_CALL_A_SUBJECT.hold(false, "two calls of " + call.subject());
    }
    world.agenda().after(dice.between(20L, 3_000L), attempts::attempt);
  }

  void stop(OpenContractCall call) {
    Attempts attempts = running.get(call.subject());
    if (attempts != null) {
      attempts.stopped = true;
      world.agenda().after(dice.between(20L, 2_000L), () -> stopNow(attempts));
    }
  }

  private void stopNow(Attempts attempts) {
    if (running.get(attempts.call.subject()) == attempts) {
      attempts.attempt();
      attempts.forgotten = true;
    }
  }

  /** The run ends, and nobody takes in what its calls come to. */
  void forget() {
    running.values().forEach(attempts -> attempts.forgotten = true);
    running.clear();
  }

  private boolean troubled(Trouble trouble) {
    return !world.calm() && world.draw().has(trouble) && dice.hits(trouble.rate);
  }

  /** Obstacles come up with payments above all. */
  private void weather(boolean pays) {
    long now = world.agenda().now();
    if (now >= outageUntil && troubled(Trouble.OUTAGES) && dice.hits(.05)) {
      outageUntil = now + dice.between(SHORTEST_OUTAGE, 6 * OpenContractDraw.HOUR);
    }
    if (now >= obstacleUntil && troubled(Trouble.OBSTACLES) && dice.hits(pays ? .3 : .05)) {
      obstacleUntil = now + dice.between(SHORTEST_OUTAGE, 3 * OpenContractDraw.DAY);
      obstacle = dice.oneOf(CAUSES);
    }
    if (world.calm()) {
      outageUntil = 0;
      obstacleUntil = 0;
    }
  }

  private static final long SHORTEST_OUTAGE = 5_000;

  private SimulatedWorkingContract passed(String contractId) {
    SimulatedWorkingContract contract = world.market().contract(contractId);
    world.market().pass(contract, world.now());
    return contract;
  }

  /** When an attempt failed last, of whichever call. */
  Instant disturbedAt() {
    return disturbedAt;
  }

  /** The price of a contract. */
  private final class CreationPayment implements SimulatedPayments.Purpose {
    private final OpenContractCall.Create create;
    private final boolean givenUp;

    private CreationPayment(OpenContractCall.Create create, boolean givenUp) {
      this.create = create;
      this.givenUp = givenUp;
    }

    @Override
    public String intent() {
      return "create " + create.contract().key();
    }

    @Override
    public @Nullable SimulatedWorkingContract effect() {
      return world.market().byKey.get(create.contract().key());
    }

    @Override
    public @Nullable SimulatedWorkingContract overtaken() {
      return null;
    }

    @Override
    public @Nullable IncidentCause refusal() {
      return world.now().isBefore(create.contract().deadlines().match())
          ? null
          : IncidentCause.REQUEST_REJECTED;
    }

    @Override
    public void signing() {
      world.checks().signing(create, givenUp);
    }

    @Override
    public void settle() {
      world.market().create(create.contract(), world.now());
    }
  }

  /** The bond of a dispute. */
  private final class BondPayment implements SimulatedPayments.Purpose {
    private final OpenContractCall.Dispute dispute;

    private BondPayment(OpenContractCall.Dispute dispute) {
      this.dispute = dispute;
    }

    @Override
    public String intent() {
      return "dispute " + dispute.contractId();
    }

    @Override
    public @Nullable SimulatedWorkingContract effect() {
      SimulatedWorkingContract contract = passed(dispute.contractId());
      return contract.bond == null ? null : contract;
    }

    @Override
    public @Nullable SimulatedWorkingContract overtaken() {
      SimulatedWorkingContract contract = passed(dispute.contractId());
      return contract.status == WorkingContractStatus.UNDER_REVIEW ? null : contract;
    }

    @Override
    public @Nullable IncidentCause refusal() {
      boolean stale =
          overtaken() == null
              && !dispute
                  .bond()
                  .equals(world.market().bond(world.market().contract(dispute.contractId())));
      return stale ? IncidentCause.PAYMENT_REFUSED : null;
    }

    @Override
    public void signing() {}

    @Override
    public void settle() {
      SimulatedWorkingContract contract = passed(dispute.contractId());
      if (contract.bond == null) {
        world.market().dispute(contract, dispute.bond(), world.now());
      }
    }
  }
}
