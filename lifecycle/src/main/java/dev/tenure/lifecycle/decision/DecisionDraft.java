package dev.tenure.lifecycle.decision;

import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.Condition;
import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.model.hire.HireStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the making: what the rules have found so far.
 *
 * @param <C> the calls to the marketplace
 */
public class DecisionDraft<C extends RemoteCall<C>> {
  private final HireState<C> hire;
  private final Instant now;
  private final Function<Obstruction, Condition> obstacle;
  private final Map<String, C> calls = new LinkedHashMap<>();
  private final Map<Step, Condition> conditions = new LinkedHashMap<>();
  private final Set<String> heeded = new LinkedHashSet<>();
  private @Nullable Instant wake;
  private @Nullable String wakeWords;
  private @Nullable HireStatus closes;

  /**
   * An empty one.
   *
   * @param obstacle what a call has met, in words and with answers
   */
  public DecisionDraft(HireState<C> hire, Instant now, Function<Obstruction, Condition> obstacle) {
    this.hire = hire;
    this.now = now;
    this.obstacle = obstacle;
  }

  /** Wants a call, slowly while an obstacle holds it; the obstacle needs a person. */
  public void want(C call) {
    heed(call.subject());
    Obstruction met = hire.obstruction(call.subject());
    calls.putIfAbsent(call.subject(), met == null || met.probing() ? call : call.slowly());
  }

  /** Wants a call that must not go on by itself, whatever it has met. */
  public void wantOnce(C call) {
    heed(call.subject());
    calls.putIfAbsent(call.subject(), call);
  }

  /** A call under way costs nothing more: it is not stopped because its reason went away. */
  public void keep(C call) {
    if (hire.runs(call.subject())) {
      want(call);
    }
  }

  /** What the subject has met needs a person, also where it is not tried now. */
  public void heed(String subject) {
    heeded.add(subject);
    Obstruction met = hire.obstruction(subject);
    if (met != null) {
      condition(met.step(), obstacle.apply(met));
    }
  }

  /** A step has one condition: the first that is found. */
  public void condition(Step step, Condition condition) {
    conditions.putIfAbsent(step, condition);
  }

  public boolean held(Step step) {
    return conditions.containsKey(step);
  }

  public void wakeAt(Instant when, String why) {
    if (wake == null || when.isBefore(wake)) {
      wake = when;
      wakeWords = why;
    }
  }

  public void close(HireStatus status) {
    closes = status;
  }

  public boolean closing() {
    return closes != null;
  }

  public boolean due(Instant when) {
    return !now.isBefore(when);
  }

  public Instant now() {
    return now;
  }

  /** What was found; a hire closes once nothing runs, and nothing is left to be read. */
  public Decision<C> decision() {
    if (closes != null) {
      HireStatus status = calls.isEmpty() && hire.running().isEmpty() ? closes : null;
      return new Decision<>(calls, null, null, standing(), heeded, status);
    }
    return new Decision<>(calls, wake, wakeWords, conditions, heeded, null);
  }

  /** Until the last call has ended the incidents stay as they are. */
  private Map<Step, Condition> standing() {
    Map<Step, Condition> standing = new LinkedHashMap<>();
    for (Incident open : hire.openIncidents()) {
      standing.put(
          open.step(), new Condition(open.cause(), open.detail(), open.fixUrl(), open.actions()));
    }
    return standing;
  }
}
