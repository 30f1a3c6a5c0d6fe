package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.simulation.Dice;
import dev.tenure.lifecycle.simulation.opencontract.OpenContractDraw.Trouble;
import dev.tenure.model.hire.IncidentCause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the client, the journal and the token make of payments, as the activities' paid calls do:
 * one signature for an intent while it may still be settled, the same again while it holds, and
 * another once it is worthless without an effect. While a signature may be settled no refusal says
 * that nothing was paid; an intent that is given up is signed by nobody any more.
 */
final class SimulatedPayments {
  private static final Duration SETTLES_LATE = Duration.ofMinutes(2);
  private static final Duration BUSY = Duration.ofSeconds(30);

  /** What a payment is for, and what the marketplace makes of it. */
  interface Purpose {
    String intent();

    /** The contract that shows the payment's effect. */
    @Nullable SimulatedWorkingContract effect();

    /** The contract that does not allow the payment any more. */
    @Nullable SimulatedWorkingContract overtaken();

    /** What the marketplace, or the signer with its quote in hand, says to a first payment. */
    @Nullable IncidentCause refusal();

    /** A signature is about to leave. */
    void signing();

    /** The money moves, as often as it is told, once. */
    void settle();
  }

  /** What one attempt came to. */
  sealed interface Outcome {
    record Answered(PaidAnswer answer) implements Outcome {}

    record Refused(IncidentCause cause) implements Outcome {}

    /** Its worker was given up, though it may go on. */
    record TimedOut() implements Outcome {}
  }

  /** A signature that is out. */
  private record Signed(Instant validBefore) {
    Instant worthless() {
      return validBefore.plus(SETTLES_LATE);
    }
  }

  private final OpenContractWorld world;
  private final Dice dice;
  private final Map<String, Signed> signed = new HashMap<>();
  private final Set<String> closed = new HashSet<>();

  SimulatedPayments(OpenContractWorld world) {
    this.world = world;
    this.dice = world.draw().dice(8);
  }

  /** Gives an intent up; whether nothing of it may be settled. */
  boolean close(String intent) {
    return !signed.containsKey(intent) && (closed.add(intent) || closed.contains(intent));
  }

  /**
   * One attempt of a paid call.
   *
   * @param sign whether a signature may leave
   * @param met what a proxy, or a limit that was lowered, says; absent where nothing is in the way
   */
  Outcome attempt(Purpose purpose, boolean sign, @Nullable IncidentCause met) {
    String intent = purpose.intent();
    if (closed.contains(intent)) {
      return new Outcome.Answered(new PaidAnswer.NothingPaid());
    }
    Signed out = signed.get(intent);
    if (out == null) {
      return sign ? first(purpose, met) : nothingPaid(purpose);
    }
    SimulatedWorkingContract effect = purpose.effect();
    if (effect != null && met != IncidentCause.REQUEST_REJECTED && !troubled(Trouble.LATE_READS)) {
      return paid(effect);
    }
    Instant now = world.now();
    boolean again = sign && effect == null && now.isBefore(out.validBefore());
    if (again && met == null) {
      return send(purpose, out);
    }
    if (met == IncidentCause.REQUEST_REJECTED || effect != null || now.isBefore(out.worthless())) {
      return uncertain(out);
    }
    signed.remove(intent);
    return sign ? first(purpose, met) : nothingPaid(purpose);
  }

  private boolean troubled(Trouble trouble) {
    return !world.calm() && world.draw().has(trouble) && dice.hits(trouble.rate);
  }

  /** Where no signature is out. */
  private Outcome first(Purpose purpose, @Nullable IncidentCause met) {
    SimulatedWorkingContract overtaken = purpose.overtaken();
    IncidentCause refusal = met == null ? purpose.refusal() : met;
    if (refusal != null) {
      return new Outcome.Refused(refusal);
    }
    if (overtaken != null) {
      return new Outcome.Answered(new PaidAnswer.Overtaken(overtaken.shownAt(world.now())));
    }
    if (troubled(Trouble.OVERLAPPING_ATTEMPTS)) {
      world.agenda().after(dice.between(5_000L, 20 * OpenContractDraw.MINUTE), () -> late(purpose));
      return new Outcome.TimedOut();
    }
    return send(purpose, sign(purpose));
  }

  /** An attempt goes on that nobody waits for any more. */
  private void late(Purpose purpose) {
    if (!closed.contains(purpose.intent())
        && !signed.containsKey(purpose.intent())
        && purpose.effect() == null
        && purpose.refusal() == null
        && purpose.overtaken() == null) {
      send(purpose, sign(purpose));
    }
  }

  private Signed sign(Purpose purpose) {
    purpose.signing();
    Signed out =
        new Signed(world.now().plusMillis(dice.between(30_000L, 5 * OpenContractDraw.MINUTE)));
    signed.put(purpose.intent(), out);
    return out;
  }

  /** It settles at once, or later, or this time not at all. */
  private Outcome send(Purpose purpose, Signed out) {
    if (troubled(Trouble.UNCERTAIN_PAYMENTS)) {
      if (dice.hits(.5)) {
        long left = Duration.between(world.now(), out.worthless()).toMillis();
        world.agenda().after(dice.between(1_000L, left - 1), purpose::settle);
      }
      return uncertain(out);
    }
    purpose.settle();
    SimulatedWorkingContract effect = purpose.effect();
    return effect == null ? uncertain(out) : paid(effect);
  }

  private Outcome nothingPaid(Purpose purpose) {
    closed.add(purpose.intent());
    return new Outcome.Answered(new PaidAnswer.NothingPaid());
  }

  private Outcome paid(SimulatedWorkingContract contract) {
    return new Outcome.Answered(new PaidAnswer.Paid(contract.shownAt(world.now()), "0xtx"));
  }

  private Outcome uncertain(Signed out) {
    Instant soon = world.now().plus(BUSY);
    return new Outcome.Answered(
        new PaidAnswer.Uncertain(
            out.worthless().isAfter(soon) ? out.worthless() : soon, "signed, not settled yet"));
  }
}
