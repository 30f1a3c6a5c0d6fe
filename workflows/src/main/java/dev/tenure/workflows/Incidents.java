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
import org.jspecify.annotations.Nullable;

/** Opens incidents, waits for operators, and closes what has healed by itself. */
final class Incidents {
  private static final List<Resolution> ANSWERS = List.of(Resolution.RETRY, Resolution.ABORT);

  private final Book book;
  private final Course course;

  Incidents(Book book, Course course) {
    this.book = book;
    this.course = course;
  }

  /** Opens an incident and holds the step until an operator says to try again. */
  void hold(IncidentCause cause, String detail, @Nullable String milestone) {
    String id = open(new Obstacle(cause, detail, null), milestone);
    awaitRetry(id);
  }

  String open(Obstacle obstacle, @Nullable String milestone) {
    String id = "inc_%s_%d".formatted(suffix(), book.state.incidents.size() + 1);
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
    Workflow.await(() -> answered(id) || course.over() || course.leaving());
    settle(id);
  }

  boolean answered(String id) {
    return !incident(id).open();
  }

  /** Acts on an answered incident: returns on retry, unwinds on abort or when the hire is over. */
  void settle(String id) {
    if (course.over() && !answered(id)) {
      close(id, null, "the hire went on without it");
    }
    course.checkNotHalted();
    if (incident(id).resolution() == Resolution.ABORT) {
      course.giveUp(HireStatus.CANCELLED);
      throw new StepAbandoned();
    }
  }

  void healed(String id) {
    if (!answered(id)) {
      close(id, null, "it healed by itself");
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
