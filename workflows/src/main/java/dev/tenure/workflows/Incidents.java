package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.Resolution;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The record of a hire's incidents: opens them, and closes what has healed by itself. An incident
 * belongs to the step that it holds.
 */
final class Incidents {
  private final Book book;

  Incidents(Book book) {
    this.book = book;
  }

  /** Opens the incident of a step, unless it stands open for the same cause already. */
  String open(String step, Obstacle obstacle, @Nullable String milestone) {
    String known = book.state.holds.get(step);
    if (known != null && incident(known).open() && incident(known).cause() == obstacle.cause()) {
      return known;
    }
    healed(step);
    String id = "inc_%s_%d".formatted(suffix(), book.state.incidents.size() + 1);
    book.state.holds.put(step, id);
    book.put(
        new IncidentDocument(
            id,
            obstacle.cause(),
            obstacle.words(),
            milestone,
            obstacle.fixUrl(),
            Answers.to(book, step, obstacle.cause(), milestone),
            book.now(),
            null,
            null,
            0));
    book.note(
        "incident.opened",
        "A person is needed: " + obstacle.words(),
        milestone,
        null,
        Map.of("incidentId", id, "cause", obstacle.cause().wire()));
    return id;
  }

  private String suffix() {
    String hireId = book.input.hireId();
    return hireId.substring(hireId.indexOf('_') + 1);
  }

  /** Whether the incident is closed, by whomever. */
  boolean closed(String id) {
    return !incident(id).open();
  }

  /** The step has gone through. */
  void healed(String step) {
    String id = book.state.holds.get(step);
    if (id != null && incident(id).resolution() != Resolution.ABORT) {
      book.state.holds.remove(step);
      if (incident(id).open()) {
        close(id, null, "it healed by itself");
      }
    }
  }

  /** Closes what is open for a milestone; its step needs no answer any more. */
  void closeOf(String milestone, String why) {
    for (IncidentDocument open : book.openIncidents()) {
      if (milestone.equals(open.milestone())) {
        close(open.id(), null, why);
      }
    }
  }

  /** Closes the incidents of a budget that is enough now; their steps look again. */
  void closeBudgetsThatFit() {
    for (IncidentDocument open : book.openIncidents()) {
      if (open.cause() == IncidentCause.BUDGET_EXCEEDED && !Budget.exceeded(book.totals())) {
        close(open.id(), null, "the budget is enough now");
      }
    }
  }

  /** The hire is over: nobody needs to answer any more. */
  void closeAll() {
    for (IncidentDocument open : book.openIncidents()) {
      close(open.id(), null, "the hire went on without it");
    }
  }

  void close(String id, @Nullable Resolution resolution, String words) {
    IncidentDocument incident = incident(id);
    book.put(incident.closed(book.now(), resolution));
    book.note(
        "incident.closed",
        "Incident %s closed: %s.".formatted(incident.cause().wire(), words),
        incident.milestone(),
        null,
        Map.of("incidentId", id, "cause", incident.cause().wire()));
  }

  IncidentDocument incident(String id) {
    return Objects.requireNonNull(book.state.incidents.get(id), id);
  }
}
