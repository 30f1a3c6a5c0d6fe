package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.model.hire.IncidentCause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the calls of one hire out, exactly as the contract of {@link OpenTrainCall} says. */
final class Carrier {
  private static final long FAST_PHASE = 115 * Draw.SECOND;
  private static final int FEWEST_ATTEMPTS = 3;

  private final World world;
  private final HireDriver driver;
  private final Dice dice;

  /** By subject. */
  private final Map<String, Carried> carried = new LinkedHashMap<>();

  Carrier(World world, HireDriver driver, Dice dice) {
    this.world = world;
    this.driver = driver;
    this.dice = dice;
  }

  /** A call under way, with all its attempts. */
  private static final class Carried {
    final OpenTrainCall call;
    final long since;
    final @Nullable String contractId;

    /** The obstacle by which a slow call is held. */
    final @Nullable IncidentCause heldBy;

    int attempts;
    boolean flying;
    boolean stopping;

    /** The worker that made the attempt is dead. */
    boolean orphaned;

    /** An earlier attempt may have been made. */
    boolean maybeMade;

    /** Nobody waits for it any more. */
    boolean forgotten;

    Carried(
        OpenTrainCall call,
        long since,
        @Nullable String contractId,
        @Nullable IncidentCause heldBy) {
      this.call = call;
      this.since = since;
      this.contractId = contractId;
      this.heldBy = heldBy;
    }

    boolean write() {
      return call instanceof OpenTrainCall.Ask || call instanceof OpenTrainCall.CreateMilestone;
    }
  }

  /** What came back from an attempt: an answer, or none and why. */
  private record Return(@Nullable OpenTrainObservation answer, Wire.Fate fate) {}

  void start(OpenTrainCall call) {
    Obstruction met = driver.hire().obstruction(call.subject());
    Carried started =
        new Carried(
            call,
            world.agenda().now(),
            driver.hire().contract().idIfKnown(),
            met == null || !call.slow() ? null : met.obstacle().cause());
    if (carried.put(call.subject(), started) != null) {
      throw new Violation("one_call_per_subject", "two calls of one subject: " + call);
    }
    send(started);
  }

  void stop(OpenTrainCall call) {
    Carried running = carried.get(call.subject());
    if (running == null || running.stopping) {
      return;
    }
    running.stopping = true;
    if (!running.flying) {
      world.agenda().after(1, () -> stopped(running));
    }
  }

  /** The run ends and waits for them no longer; what flies still arrives. */
  void forget() {
    carried.values().forEach(running -> running.forgotten = true);
    carried.clear();
  }

  /** All that it carried is carried on by another one, which does not know what was sent. */
  void killWorker() {
    for (Carried running : List.copyOf(carried.values())) {
      running.orphaned = running.flying;
      running.maybeMade = true;
    }
  }

  boolean idle() {
    return carried.isEmpty();
  }

  private void send(Carried running) {
    if (running.forgotten) {
      return;
    }
    if (running.maybeMade && running.call instanceof OpenTrainCall.CreateMilestone) {
      end(running, new OpenTrainObservation.Unanswered(running.call));
      return;
    }
    running.attempts++;
    running.flying = true;
    Wire.Fate fate = world.wire().fate();
    long late = fate == Wire.Fate.ANSWER_LOST ? world.wire().lateEffect() : 0;
    if (late > 0) {
      long heard = world.wire().patience();
      world.agenda().after(heard, () -> back(running, new Return(null, fate)));
      world.agenda().after(heard + late, () -> arriveLate(running));
    } else if (fate == Wire.Fate.ARRIVES || fate == Wire.Fate.ANSWER_LOST) {
      world.agenda().after(world.wire().oneWay(), () -> arrive(running, fate));
    } else {
      long heard = fate == Wire.Fate.REQUEST_LOST ? world.wire().patience() : world.wire().oneWay();
      world.agenda().after(heard, () -> back(running, new Return(null, fate)));
    }
  }

  private void arrive(Carried running, Wire.Fate fate) {
    if (running.orphaned && dice.hits(.5)) {
      // It died with its worker before it left.
      back(running, new Return(null, Wire.Fate.REQUEST_LOST));
      return;
    }
    OpenTrainObservation answer =
        world.endpoints().carryOut(driver, running.call, running.contractId, running.forgotten);
    world.strikes(fate);
    if (world.trace().on()) {
      world.say("marketplace", Words.of(answer) + (running.forgotten ? " (nobody waits)" : ""));
    }
    Return comes = new Return(fate == Wire.Fate.ARRIVES ? answer : null, fate);
    long heard = fate == Wire.Fate.ARRIVES ? world.wire().oneWay() : world.wire().patience();
    world.agenda().after(heard, () -> back(running, comes));
  }

  private void arriveLate(Carried running) {
    world.strikes(Feature.LATE_EFFECTS);
    OpenTrainObservation answer =
        world.endpoints().carryOut(driver, running.call, running.contractId, true);
    if (world.trace().on()) {
      world.say("marketplace", "late: " + Words.of(answer));
    }
  }

  private void back(Carried running, Return comes) {
    if (running.forgotten) {
      return;
    }
    if (running.orphaned) {
      // The service sees after some seconds that nobody is at it, and gives it to another worker.
      running.orphaned = false;
      world.agenda().after(4 * Draw.SECOND + dice.below(6_000), () -> takenOver(running));
      return;
    }
    running.flying = false;
    OpenTrainObservation answer = comes.answer();
    boolean held =
        answer instanceof OpenTrainObservation.Refused refused
            && refused.obstacle().cause() == running.heldBy;
    if (answer != null && !held) {
      end(running, answer);
    } else if (running.write()
        && (comes.fate() == Wire.Fate.ANSWER_LOST || comes.fate() == Wire.Fate.REQUEST_LOST)) {
      end(running, new OpenTrainObservation.Unanswered(running.call));
    } else if (running.stopping) {
      stopped(running);
    } else {
      again(running, comes.fate());
    }
  }

  private void takenOver(Carried running) {
    if (running.forgotten) {
      return;
    }
    running.flying = false;
    if (running.write()) {
      end(running, new OpenTrainObservation.Unanswered(running.call));
    } else if (running.stopping) {
      stopped(running);
    } else {
      send(running);
    }
  }

  private void again(Carried running, Wire.Fate fate) {
    boolean slow = running.call.slow();
    boolean longEnough = world.agenda().now() - running.since >= FAST_PHASE;
    if (!slow && longEnough && running.attempts >= FEWEST_ATTEMPTS) {
      end(
          running,
          fate == Wire.Fate.RATE_LIMITED
              ? new OpenTrainObservation.Refused(running.call, tooMany())
              : new OpenTrainObservation.Unreachable(running.call));
      return;
    }
    long first = slow ? 30 * Draw.SECOND : 200;
    long most = slow ? 15 * Draw.MINUTE : 15 * Draw.SECOND;
    long pause = Math.min(most, first << Math.min(20, running.attempts - 1));
    int attempts = running.attempts;
    world
        .agenda()
        .after(
            pause,
            () -> {
              if (!running.flying && running.attempts == attempts && !running.stopping) {
                send(running);
              }
            });
  }

  private static Obstacle tooMany() {
    return new Obstacle(IncidentCause.RATE_LIMITED, "too many calls; tried more rarely", null);
  }

  private void stopped(Carried running) {
    if (!running.forgotten) {
      end(running, new OpenTrainObservation.Stopped(running.call));
    }
  }

  private void end(Carried running, OpenTrainObservation observation) {
    running.forgotten = true;
    carried.remove(running.call.subject());
    boolean through =
        running.heldBy != null
            && !(observation instanceof OpenTrainObservation.Refused)
            && !(observation instanceof OpenTrainObservation.Unreachable)
            && !(observation instanceof OpenTrainObservation.Unanswered)
            && !(observation instanceof OpenTrainObservation.Stopped);
    driver.observe(observation);
    if (through) {
      world.obstacleGone(driver);
    }
  }
}
