package dev.tenure.lifecycle.opentrain.cases;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.model.hire.IncidentCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Carries the calls of one hire out as the contract of {@link OpenTrainCall} says: at once and with
 * success, unless the script says otherwise.
 */
final class Calls {
  private static final Duration FAST_PHASE = Duration.ofSeconds(115);
  private static final int FEWEST_ATTEMPTS = 3;
  private static final int ALWAYS = Integer.MAX_VALUE;

  private final Endpoints endpoints;
  private final Map<String, Flight> flights = new LinkedHashMap<>();
  private final List<Script> scripts = new ArrayList<>();
  private final Deque<OpenTrainObservation> answers = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private Instant now;

  /** What becomes of an attempt. */
  enum Fate {
    /** It is carried out at once; its answer waits for {@link #release}. */
    HELD,
    /** It is carried out only at {@link #release}. */
    DELAYED,
    ANSWER_LOST,
    NEVER_SENT,
    RATE_LIMITED,
    REFUSED
  }

  private static final class Script {
    final String subject;
    final Fate fate;
    final @Nullable Obstacle obstacle;
    int times;

    Script(String subject, Fate fate, @Nullable Obstacle obstacle, int times) {
      this.subject = subject;
      this.fate = fate;
      this.obstacle = obstacle;
      this.times = times;
    }
  }

  private static final class Flight {
    final OpenTrainCall call;
    final Instant since;
    final @Nullable String contractId;
    final @Nullable IncidentCause heldBy;
    int attempts;
    @Nullable Instant next;
    boolean stopping;
    boolean delayed;
    @Nullable OpenTrainObservation held;

    Flight(
        OpenTrainCall call,
        Instant since,
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

  Calls(Endpoints endpoints, Instant now) {
    this.endpoints = endpoints;
    this.now = now;
  }

  /** From now on attempts of these subjects come to this, so many times. */
  void script(String subject, Fate fate, @Nullable Obstacle obstacle, int times) {
    scripts.add(new Script(subject, fate, obstacle, times));
  }

  void script(String subject, Fate fate, @Nullable Obstacle obstacle) {
    script(subject, fate, obstacle, ALWAYS);
  }

  /** From now on everything works. */
  void mend() {
    scripts.clear();
  }

  /** Every attempt that was made, by the subject of its call. */
  List<String> sent() {
    return sent;
  }

  void start(
      OpenTrainCall call,
      @Nullable String contractId,
      @Nullable IncidentCause heldBy,
      Instant instant) {
    now = instant;
    Flight flight = new Flight(call, now, contractId, call.slow() ? heldBy : null);
    if (flights.put(call.subject(), flight) != null) {
      throw new AssertionError("two calls of one subject: " + call);
    }
    attempt(flight);
  }

  /** Between two attempts it stops; one that is under way, or over, answers after all. */
  void stop(OpenTrainCall call) {
    Flight flight = flights.get(call.subject());
    if (flight == null) {
      return;
    }
    flight.stopping = true;
    if (flight.next != null) {
      end(flight, new OpenTrainObservation.Stopped(call));
    }
  }

  /** What comes next of all that has been answered by now. */
  @Nullable OpenTrainObservation answer() {
    return answers.poll();
  }

  /** When the next attempt is due. */
  @Nullable Instant due() {
    Instant due = null;
    for (Flight flight : flights.values()) {
      if (flight.next != null && (due == null || flight.next.isBefore(due))) {
        due = flight.next;
      }
    }
    return due;
  }

  void tryAgain(Instant instant) {
    now = instant;
    for (Flight flight : List.copyOf(flights.values())) {
      if (flight.next != null && !now.isBefore(flight.next)) {
        attempt(flight);
      }
    }
  }

  /** The answer that was held comes. */
  void release(String subject, Instant instant) {
    now = instant;
    Flight flight = flight(subject);
    OpenTrainObservation held = flight.delayed ? carryOut(flight) : flight.held;
    end(flight, Objects.requireNonNull(held));
  }

  /** Nobody will ever hear of what is under way. */
  void forget() {
    flights.clear();
    answers.clear();
  }

  /** Another worker takes over, which does not know what the dead one has sent. */
  void workerDies() {
    for (Flight flight : List.copyOf(flights.values())) {
      if (flight.write()) {
        end(flight, new OpenTrainObservation.Unanswered(flight.call));
      } else {
        attempt(flight);
      }
    }
  }

  boolean idle() {
    return flights.isEmpty() && answers.isEmpty();
  }

  private Flight flight(String subject) {
    return flights.values().stream()
        .filter(flight -> matches(flight.call.subject(), subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError(subject + " is not among " + flights.keySet()));
  }

  /** Whether a subject is named by these words: {@code fund} names all fundings. */
  static boolean matches(String subject, String words) {
    return subject.equals(words) || subject.startsWith(words + " ");
  }

  private void attempt(Flight flight) {
    flight.attempts++;
    flight.next = null;
    sent.add(flight.call.subject());
    Script script = script(flight.call.subject());
    if (script == null) {
      answered(flight, carryOut(flight));
      return;
    }
    script.times--;
    switch (script.fate) {
      case HELD -> flight.held = carryOut(flight);
      case DELAYED -> flight.delayed = true;
      case ANSWER_LOST -> {
        carryOut(flight);
        if (flight.write()) {
          end(flight, new OpenTrainObservation.Unanswered(flight.call));
        } else {
          again(flight, new OpenTrainObservation.Unreachable(flight.call));
        }
      }
      case NEVER_SENT -> again(flight, new OpenTrainObservation.Unreachable(flight.call));
      case RATE_LIMITED ->
          again(
              flight,
              new OpenTrainObservation.Refused(
                  flight.call,
                  new Obstacle(
                      IncidentCause.RATE_LIMITED, "It takes no more calls for now.", null)));
      case REFUSED ->
          answered(
              flight,
              new OpenTrainObservation.Refused(
                  flight.call, Objects.requireNonNull(script.obstacle)));
    }
  }

  private OpenTrainObservation carryOut(Flight flight) {
    return endpoints.carryOut(flight.call, flight.contractId, now);
  }

  /** A slow call goes on for as long as it meets what it is held by. */
  private void answered(Flight flight, OpenTrainObservation answer) {
    boolean held =
        answer instanceof OpenTrainObservation.Refused refused
            && refused.obstacle().cause() == flight.heldBy;
    if (held) {
      again(flight, answer);
    } else {
      end(flight, answer);
    }
  }

  private void again(Flight flight, OpenTrainObservation atLast) {
    if (flight.stopping) {
      end(flight, new OpenTrainObservation.Stopped(flight.call));
      return;
    }
    boolean slow = flight.call.slow();
    boolean longEnough = !now.isBefore(flight.since.plus(FAST_PHASE));
    if (!slow && longEnough && flight.attempts >= FEWEST_ATTEMPTS) {
      end(flight, atLast);
      return;
    }
    Duration first = slow ? Duration.ofSeconds(30) : Duration.ofMillis(200);
    Duration most = slow ? Duration.ofMinutes(15) : Duration.ofSeconds(15);
    Duration pause = first.multipliedBy(1L << Math.min(20, flight.attempts - 1));
    flight.next = now.plus(pause.compareTo(most) < 0 ? pause : most);
  }

  private void end(Flight flight, OpenTrainObservation observation) {
    flights.remove(flight.call.subject());
    answers.add(observation);
  }

  private @Nullable Script script(String subject) {
    for (Script script : scripts) {
      if (script.times > 0 && matches(subject, script.subject)) {
        return script;
      }
    }
    return null;
  }
}
