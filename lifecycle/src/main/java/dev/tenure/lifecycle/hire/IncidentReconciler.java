package dev.tenure.lifecycle.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.HireStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the incidents of a hire those of the conditions that were found, and closes the hire when
 * that was decided.
 */
public final class IncidentReconciler {
  private final Hire hire;
  private final Instant now;

  private IncidentReconciler(Hire hire, Instant now) {
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
      Hire hire,
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
      String id = "inc_%s_%d".formatted(suffix(), ++hire.incidentsOpened);
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

  private String suffix() {
    return hire.id().substring(hire.id().indexOf('_') + 1);
  }

  private void close(HireStatus status) {
    boolean contractStaysActive = hire.contract.known() && !hire.contract.ended;
    List<Ask> pending = hire.asks.stream().filter(a -> a.state == Ask.State.PENDING).toList();
    for (Milestone milestone : hire.milestones.values()) {
      boolean mayBeFunded = contractStaysActive && hire.live(Step.fund(milestone.key()));
      boolean unfunded = milestone.stage == Stage.NONE || milestone.stage == Stage.UNFUNDED;
      if (!milestone.foreign() && unfunded && !mayBeFunded) {
        milestone.dropped = true;
      }
    }
    for (Ask ask : pending) {
      // On an active contract people can still confirm it, and money would move unseen.
      ask.state = contractStaysActive ? Ask.State.LOST : Ask.State.SETTLED;
      ask.endedTick = hire.tick;
      ask.endedAt = now;
    }
    for (Incident open : hire.openIncidents()) {
      hire.incidents.put(open.id(), open.closed(now, null, "the hire went on without it"));
    }
    hire.obstructions.clear();
    hire.abandoned |= contractStaysActive;
    hire.closed = status;
    hire.closedAt = now;
  }
}
