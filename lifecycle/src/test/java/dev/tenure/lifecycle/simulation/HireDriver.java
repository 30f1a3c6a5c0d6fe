package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drives one hire as its workflow does: after each input it decides, stops and starts calls, and
 * sets one lazy timer. It restarts and hands over at random moments.
 */
final class HireDriver {
  private static final long LEAVING_AT_MOST = 2 * Draw.MINUTE;
  private static final int MOST_RESTARTS = 2;
  private static final int MOST_HAND_OVERS = 3;
  private static final double COMPARED = .2;

  private final World world;
  private final Rules rules;
  private final Dice dice;
  private final Carrier carrier;
  private final HireChecks checks;
  private final Journal journal;
  private final Set<String> carriedOut = new HashSet<>();
  private OpenTrainHire hire;
  private long timer = Long.MAX_VALUE;
  private boolean leaving;
  private long leavingSince;
  private int restarts;
  private int handOvers;
  private @Nullable Decision<OpenTrainCall> decision;

  HireDriver(World world, OpenTrainHire hire, int number) {
    this.world = world;
    this.rules = world.rules();
    this.dice = world.draw().dice(4_000 + 10 * number);
    this.carrier = new Carrier(world, this, world.draw().dice(4_001 + 10 * number));
    this.checks = new HireChecks(world, this, world.draw().dice(4_002 + 10 * number));
    this.journal = new Journal(world, world.draw().dice(4_003 + 10 * number));
    this.hire = hire;
  }

  OpenTrainHire hire() {
    return hire;
  }

  HireChecks checks() {
    return checks;
  }

  String proposalId() {
    return hire.plan().proposalId();
  }

  /** The latest decision. */
  @Nullable Decision<OpenTrainCall> decision() {
    return decision;
  }

  boolean closed() {
    return hire.closed() != null;
  }

  /** The hire learns something; a closed one takes in nothing but a contract that appears. */
  void observe(OpenTrainObservation observation) {
    if (closed() && !(observation instanceof OpenTrainObservation.ContractAppeared)) {
      return;
    }
    if (world.trace().on()) {
      world.say(hire.id(), Words.of(observation));
    }
    checks.observing(observation);
    hire = rules.observe(hire, observation, now());
    checks.observed();
    turn();
  }

  /** What an operator or a requester commands; why it is refused, when it is. */
  Optional<Rejection> command(CommandRequest request) {
    boolean known = carriedOut.contains(request.key());
    String before = checks.beforeCommand();
    Optional<Rejection> rejection = rules.check(hire, request, now());
    checks.checked(request, before, known, rejection);
    if (world.trace().on()) {
      world.say(
          hire.id(),
          "command %s (%s)%s"
              .formatted(
                  request.command(),
                  request.key(),
                  rejection.map(no -> ": refused, " + no.words()).orElse("")));
    }
    if (rejection.isEmpty()) {
      checks.commanding(request.command(), known);
      boolean done = rules.command(hire, request, now());
      carriedOut.add(request.key());
      checks.commanded(request, before, known, done);
      turn();
    }
    return rejection;
  }

  /** The worker that carries its calls dies. */
  void killWorker() {
    carrier.killWorker();
  }

  /** What the workflow does after each input. */
  void turn() {
    boolean wasOpen = !closed();
    if (!closed()) {
      restart();
      leave();
    }
    Decision<OpenTrainCall> settled = rules.settle(hire, now());
    decision = settled;
    checks.settled(settled, wasOpen);
    Reconciler<OpenTrainCall> todo =
        Reconciler.of(leaving ? Map.of() : settled.calls(), hire.running());
    for (OpenTrainCall call : todo.stop()) {
      rules.stop(hire, call);
      carrier.stop(call);
    }
    for (OpenTrainCall call : todo.start()) {
      checks.asks().starting(call);
      rules.start(hire, call, now());
      checks.asks().started(call);
      carrier.start(call);
    }
    if (!closed()) {
      checks.turned(settled, leaving);
      setTimer(settled.wake());
    }
    journal.take(hire, now());
    if (world.trace().on()) {
      world.say(hire.id(), "   = " + Words.of(hire, settled));
    }
    world.turned(this);
    boolean waitedLongEnough = world.agenda().now() - leavingSince >= LEAVING_AT_MOST;
    if (leaving && (hire.running().isEmpty() || waitedLongEnough)) {
      handOver();
    }
  }

  private void setTimer(@Nullable Instant wake) {
    if (wake == null) {
      return;
    }
    long due = world.agenda().millisOf(wake);
    if (due < timer) {
      timer = due;
      world.agenda().at(due, () -> fire(due));
    }
  }

  private void fire(long due) {
    if (due == timer) {
      timer = Long.MAX_VALUE;
      if (!closed()) {
        turn();
      }
    }
  }

  private void restart() {
    if (!world.calm()
        && restarts < MOST_RESTARTS
        && dice.hits(world.draw().rate(Feature.RESTARTS))) {
      restarts++;
      world.strikes(Feature.RESTARTS);
      throughJson("restart");
    }
    if (!world.calm() && dice.hits(world.draw().rate(Feature.WORKER_KILLS))) {
      world.agenda().after(dice.below(3_000), world::killWorker);
    }
  }

  private void leave() {
    if (!leaving
        && !world.calm()
        && handOvers < MOST_HAND_OVERS
        && rightTime()
        && dice.hits(world.draw().rate(Feature.HAND_OVERS))) {
      handOvers++;
      leaving = true;
      leavingSince = world.agenda().now();
      world.agenda().after(LEAVING_AT_MOST, this::turnIfLeaving);
      if (world.trace().on()) {
        world.say(hire.id(), "begins to hand over");
      }
    }
  }

  /** In one corner of the world runs are handed over in the middle of creations. */
  private boolean rightTime() {
    return world.draw().corner() != Corner.CREATION_STOPPED
        || hire.running().values().stream()
            .anyMatch(running -> running.call() instanceof OpenTrainCall.CreateMilestone);
  }

  private void turnIfLeaving() {
    if (leaving && !closed()) {
      turn();
    }
  }

  private void handOver() {
    leaving = false;
    if (closed()) {
      return;
    }
    world.strikes(Feature.HAND_OVERS);
    for (RunningCall<OpenTrainCall> left : hire.running().values()) {
      world.tally().count("handed over during " + left.call().getClass().getSimpleName());
    }
    carrier.forget();
    rules.handOver(hire, now());
    throughJson("hand-over");
    timer = Long.MAX_VALUE;
    turn();
  }

  private void throughJson(String why) {
    String json = HireJson.of(hire);
    hire = HireJson.read(json);
    if (dice.hits(COMPARED)) {
      String again = HireJson.of(hire);
      if (!again.equals(json)) {
        throw new Violation("json_round_trip", why + ": " + HireJson.difference(json, again));
      }
    }
    if (world.trace().on()) {
      world.say(hire.id(), why + ": state through JSON");
    }
  }

  private Instant now() {
    return world.agenda().instant();
  }
}
