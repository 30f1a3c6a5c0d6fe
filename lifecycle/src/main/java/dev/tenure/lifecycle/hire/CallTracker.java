package dev.tenure.lifecycle.hire;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the calls of a hire that are under way, and what calls have met. */
public final class CallTracker {
  private CallTracker() {}

  /** Something was observed or commanded: looks that begin from now on are newer than it. */
  public static void tick(HireState<?> hire) {
    hire.tick++;
  }

  /** A call leaves. */
  public static <C extends RemoteCall<C>> void started(HireState<C> hire, C call, Instant now) {
    hire.running.put(call.subject(), new RunningCall<>(call, hire.tick, now, false));
  }

  /** A running call was asked to stop; its end is still to come. */
  public static <C extends RemoteCall<C>> void stopping(HireState<C> hire, C call) {
    hire.running.computeIfPresent(call.subject(), (subject, running) -> running.asStopping());
  }

  /** A call came to its end; nothing where none of its subject was under way. */
  public static <C extends RemoteCall<C>> @Nullable RunningCall<C> ended(
      HireState<C> hire, C call) {
    return hire.running.remove(call.subject());
  }

  /** The calls under way, for a run that cannot wait for them any longer. */
  public static <C extends RemoteCall<C>> List<C> left(HireState<C> hire) {
    return hire.running.values().stream().map(RunningCall::call).toList();
  }

  /** The subject's call got through. */
  public static void overcome(HireState<?> hire, String subject) {
    hire.obstructions.remove(subject);
  }

  /** The call has met what only a person can mend. */
  public static void obstructed(HireState<?> hire, RemoteCall<?> call, Obstacle obstacle) {
    hire.obstructions.put(call.subject(), new Obstruction(call.step(), obstacle, false));
  }

  /** The call has met two minutes without an answer. */
  public static void unreachable(HireState<?> hire, RemoteCall<?> call) {
    obstructed(
        hire,
        call,
        new Obstacle(
            IncidentCause.MARKETPLACE_UNREACHABLE,
            "The marketplace has not answered for about two minutes. It is asked again, more"
                + " slowly, until it does; nothing is lost.",
            null));
  }

  /** Another hire got through: a fast try is worth it. */
  public static void probe(HireState<?> hire) {
    hire.obstructions.replaceAll((subject, met) -> met.asProbing());
  }

  /** What holds this subject is mended as far as a person can say. */
  public static void forget(HireState<?> hire, String subject) {
    hire.obstructions.remove(subject);
  }

  /** What the step of an incident has met is forgotten, since an operator answered it. */
  public static void answered(
      HireState<?> hire, String incidentId, Resolution answer, Instant now) {
    Incident incident = Objects.requireNonNull(hire.incidents.get(incidentId));
    hire.incidents.put(
        incidentId, incident.closed(now, answer, "an operator said " + answer.wire()));
    hire.obstructions.values().removeIf(met -> met.step().equals(incident.step()));
  }
}
