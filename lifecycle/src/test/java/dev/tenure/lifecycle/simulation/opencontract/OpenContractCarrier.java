package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.lifecycle.simulation.Dice;
import dev.tenure.lifecycle.simulation.Violation;
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
  private final Map<String, Payment> payments = new LinkedHashMap<>();
  private long outageUntil;
  private long obstacleUntil;
  private @Nullable IncidentCause obstacle;

  /** A signature that is out and not known to be settled. */
  private record Payment(Instant until, boolean settles) {}

  /** The attempts of one call. */
  private final class Attempts {
    private final OpenContractCall call;
    private final long begun = world.agenda().now();
    private boolean stopped;
    private boolean forgotten;
    private int count;

    private Attempts(OpenContractCall call) {
      this.call = call;
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
      weather();
      if (world.agenda().now() < outageUntil) {
        return null;
      }
      OpenContractObservation refused = refused(call);
      if (refused != null) {
        Obstruction met = world.hire().obstruction(call.subject());
        boolean held =
            call.slow()
                && met != null
                && refused instanceof OpenContractObservation.Refused(var same, Obstacle why)
                && met.obstacle().cause() == why.cause();
        return held ? null : refused;
      }
      OpenContractObservation answer = answer(call);
      return lost() ? null : answer;
    }

    private boolean lost() {
      return troubled(Trouble.ANSWERS_LOST);
    }
  }

  OpenContractCarrier(OpenContractWorld world) {
    this.world = world;
    this.dice = world.draw().dice(2);
  }

  void start(OpenContractCall call) {
    Attempts attempts = new Attempts(call);
    if (running.put(call.subject(), attempts) != null) {
      throw new Violation("one_call_a_subject", "two calls of " + call.subject());
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

  private void weather() {
    long now = world.agenda().now();
    if (now >= outageUntil && troubled(Trouble.OUTAGES) && dice.hits(.05)) {
      outageUntil = now + dice.between(SHORTEST_OUTAGE, 6 * OpenContractDraw.HOUR);
    }
    if (now >= obstacleUntil && troubled(Trouble.OBSTACLES) && dice.hits(.05)) {
      obstacleUntil = now + dice.between(SHORTEST_OUTAGE, 3 * OpenContractDraw.DAY);
      obstacle = dice.oneOf(CAUSES);
    }
    if (world.calm()) {
      outageUntil = 0;
      obstacleUntil = 0;
    }
  }

  private static final long SHORTEST_OUTAGE = 5_000;

  private @Nullable OpenContractObservation refused(OpenContractCall call) {
    if (call instanceof OpenContractCall.Create create
        && !known(create.contract())
        && !world.now().isBefore(create.contract().deadlines().match())) {
      return refused(call, IncidentCause.REQUEST_REJECTED);
    }
    if (call instanceof OpenContractCall.Dispute dispute && !alreadyPaid(call)) {
      SimulatedWorkingContract contract = world.market().contract(dispute.contractId());
      world.market().pass(contract, world.now());
      boolean quoted = dispute.bond().equals(world.market().bond(contract));
      if (contract.status == WorkingContractStatus.UNDER_REVIEW && !quoted) {
        return refused(call, IncidentCause.PAYMENT_REFUSED);
      }
    }
    IncidentCause cause = world.agenda().now() < obstacleUntil ? obstacle : null;
    if (cause == null) {
      return null;
    }
    boolean pays =
        call instanceof OpenContractCall.Create || call instanceof OpenContractCall.Dispute;
    return saysNothingWasPaid(cause) && (!pays || alreadyPaid(call)) ? null : refused(call, cause);
  }

  private static boolean saysNothingWasPaid(IncidentCause cause) {
    return cause == IncidentCause.PAYMENT_REFUSED || cause == IncidentCause.REQUEST_REJECTED;
  }

  private boolean alreadyPaid(OpenContractCall call) {
    return switch (call) {
      case OpenContractCall.Create create -> known(create.contract());
      case OpenContractCall.Dispute dispute ->
          world.market().contract(dispute.contractId()).bond != null
              || signed("dispute " + dispute.contractId());
      default -> false;
    };
  }

  private boolean known(NewWorkingContract contract) {
    return world.market().byKey.containsKey(contract.key()) || signed("create " + contract.key());
  }

  private boolean signed(String what) {
    Payment payment = payments.get(what);
    return payment != null && world.now().isBefore(payment.until());
  }

  private static OpenContractObservation refused(OpenContractCall call, IncidentCause cause) {
    return new OpenContractObservation.Refused(
        call, new Obstacle(cause, "It is refused: " + cause.wire() + ".", null));
  }

  private OpenContractObservation answer(OpenContractCall call) {
    Instant now = world.now();
    SimulatedOpenContract market = world.market();
    return switch (call) {
      case OpenContractCall.Create create ->
          new OpenContractObservation.Paid(
              create,
              create.settleOnly() && !known(create.contract())
                  ? new PaidAnswer.NothingPaid()
                  : paid(
                      "create " + create.contract().key(),
                      () -> market.create(create.contract(), world.now())));
      case OpenContractCall.Dispute dispute -> {
        SimulatedWorkingContract contract = market.contract(dispute.contractId());
        market.pass(contract, now);
        yield new OpenContractObservation.Paid(
            dispute,
            contract.bond == null && contract.status != WorkingContractStatus.UNDER_REVIEW
                ? new PaidAnswer.Overtaken(contract.shownAt(now))
                : paid(
                    "dispute " + contract.id,
                    () -> {
                      if (contract.bond == null) {
                        market.dispute(contract, dispute.bond(), world.now());
                      }
                      return contract;
                    }));
      }
      case OpenContractCall.Approve approve -> {
        SimulatedWorkingContract contract = market.contract(approve.contractId());
        market.pass(contract, now);
        market.approve(contract, now);
        yield read(approve, contract, now);
      }
      case OpenContractCall.Cancel cancel -> {
        SimulatedWorkingContract contract = market.contract(cancel.contractId());
        market.pass(contract, now);
        market.cancel(contract, now);
        yield read(cancel, contract, now);
      }
      case OpenContractCall.Read read -> {
        SimulatedWorkingContract contract = market.contract(read.contractId());
        market.pass(contract, now);
        boolean late = troubled(Trouble.LATE_READS);
        yield read(
            read,
            contract,
            late ? now.minusMillis(dice.between(1_000L, 10 * OpenContractDraw.MINUTE)) : now);
      }
      case OpenContractCall.ReadProtocol read ->
          new OpenContractObservation.ProtocolRead(read, market.protocol);
    };
  }

  private static OpenContractObservation read(
      OpenContractCall call, SimulatedWorkingContract contract, Instant asOf) {
    return new OpenContractObservation.ContractRead(
        call, new WorkingContractReading.Seen(contract.shownAt(asOf)));
  }

  private interface Settled {
    SimulatedWorkingContract now();
  }

  /** A payment settles at once, or later, or never; another call then pays once. */
  private PaidAnswer paid(String what, Settled settled) {
    Payment payment = payments.get(what);
    Instant now = world.now();
    if (payment != null && now.isBefore(payment.until())) {
      return new PaidAnswer.Uncertain(payment.until(), "signed, not settled yet");
    }
    if (payment == null && troubled(Trouble.UNCERTAIN_PAYMENTS)) {
      Payment open =
          new Payment(
              now.plusMillis(dice.between(5_000L, 10 * OpenContractDraw.MINUTE)), dice.hits(.5));
      payments.put(what, open);
      if (open.settles()) {
        world.agenda().at(world.agenda().millisOf(open.until()), () -> settled.now());
      }
      return new PaidAnswer.Uncertain(open.until(), "signed, not settled yet");
    }
    SimulatedWorkingContract contract = settled.now();
    return new PaidAnswer.Paid(contract.shownAt(now), "0xtx");
  }
}
