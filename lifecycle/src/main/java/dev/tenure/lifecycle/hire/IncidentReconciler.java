package dev.tenure.lifecycle.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.hire.HireStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the incidents of a hire those of the conditions that were found, and closes the hire when
 * that was decided.
 */
public final class IncidentReconciler {
  private final HireState<?> hire;
  private final Instant now;

  private IncidentReconciler(HireState<?> hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  /**
   * Takes over what was found.
   *
   * @param conditions by step, all that need a person now
   * @param heeded the subjects whose obstructions still matter; the others are forgotten
   * @param closes how the hire closes, when it does
   */
  public static void settle(
      HireState<?> hire,
      Map<Step, Condition> conditions,
      Set<String> heeded,
      @Nullable HireStatus closes,
      Instant now) {
    IncidentReconciler settlement = new IncidentReconciler(hire, now);
    hire.obstructions.keySet().retainAll(heeded);
    if (closes != null) {
      settlement.close(closes);
    } else {
      settlement.incidents(conditions);
    }
  }

  private void incidents(Map<Step, Condition> conditions) {
    for (Incident open : hire.openIncidents()) {
      Condition found = conditions.get(open.step());
      if (found == null || found.cause() != open.cause()) {
        hire.incidents.put(open.id(), open.closed(now, null, "it healed by itself"));
      } else {
        hire.incidents.put(open.id(), open.told(found.words(), found.fixUrl(), found.actions()));
      }
    }
    conditions.forEach(this::open);
  }

  private void open(Step step, Condition found) {
    boolean known =
        hire.incidents.values().stream()
            .anyMatch(incident -> incident.open() && incident.step().equals(step));
    if (!known) {
      String id = "inc_%s_%d".formatted(hire.idSuffix(), ++hire.incidentsOpened);
      hire.incidents.put(
          id,
          new Incident(
              id,
              step,
              found.cause(),
              found.words(),
              found.fixUrl(),
              found.actions(),
              now,
              null,
              null,
              null));
    }
  }

  private void close(HireStatus status) {
    hire.closing(status, now);
    for (Incident open : hire.openIncidents()) {
      hire.incidents.put(open.id(), open.closed(now, null, "the hire went on without it"));
    }
    hire.obstructions.clear();
    hire.closed = status;
    hire.closedAt = now;
  }
}
