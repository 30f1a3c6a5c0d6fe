package dev.tenure.workflows;

import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.Resolution;
import dev.tenure.workflows.marketplace.Obstacle;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens incidents, waits for operators, and closes what has healed by itself. An incident belongs
 * to the step that it holds; a step entered again in a later run takes its incident up again.
 */
final class Incidents {
  private static final List<Resolution> ANSWERS = List.of(Resolution.RETRY, Resolution.ABORT);

  private final Book book;
  private final Course course;

  Incidents(Book book, Course course) {
    this.book = book;
    this.course = course;
  }

  /** Holds the step under an incident until an operator says to try again. */
  void hold(String step, IncidentCause cause, String detail, @Nullable String milestone) {
    String known = book.state.holds.get(step);
    boolean carried = known != null && (incident(known).open() || answered(known));
    String id =
        carried && known != null ? known : open(step, new Obstacle(cause, detail, null), milestone);
    awaitRetry(id);
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
            ANSWERS,
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

  /** Waits for the operator's answer; unwinds the step on abort or when the hire is halted. */
  void awaitRetry(String id) {
    Workflow.await(() -> !incident(id).open() || course.halted());
    settle(id);
  }

  /** The incident that forbids to try a step a second time without an operator's word. */
  Optional<String> doubt(String step) {
    return Optional.ofNullable(book.state.holds.get(step))
        .filter(id -> incident(id).cause() == IncidentCause.MILESTONE_IN_DOUBT);
  }

  /** Whether the incident is closed, by whomever. */
  boolean closed(String id) {
    return !incident(id).open();
  }

  private boolean answered(String id) {
    return incident(id).resolution() != null;
  }

  /** Acts on a closed incident: returns on retry, unwinds on abort or when the hire is halted. */
  void settle(String id) {
    honourAborts();
    if (closed(id)) {
      book.state.holds.values().remove(id);
    }
    course.checkWanted(incident(id).milestone());
    if (incident(id).resolution() == Resolution.ABORT) {
      throw new StepAbandoned();
    }
  }

  /** An abort counts once, whichever step finds it: also one given between two runs. */
  void honourAborts() {
    for (String id : List.copyOf(book.state.holds.values())) {
      if (incident(id).resolution() == Resolution.ABORT) {
        book.state.holds.values().remove(id);
        course.giveUp(HireStatus.CANCELLED, incident(id).milestone());
      }
    }
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

  /** Closes what was open for a milestone that is not wanted any more. */
  void closeOf(String milestone) {
    for (IncidentDocument open : book.openIncidents()) {
      if (milestone.equals(open.milestone())) {
        close(open.id(), null, "the milestone was dropped");
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

  void resolve(String id, Resolution resolution) {
    close(id, resolution, "an operator said " + resolution.wire());
  }

  private void close(String id, @Nullable Resolution resolution, String words) {
    IncidentDocument incident = incident(id);
    book.put(incident.closed(book.now(), resolution));
    book.note(
        "incident.closed",
        "Incident %s closed: %s.".formatted(incident.cause().wire(), words),
        incident.milestone(),
        null,
        Map.of("incidentId", id, "cause", incident.cause().wire()));
  }

  private IncidentDocument incident(String id) {
    return Objects.requireNonNull(book.state.incidents.get(id), id);
  }
}
