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
  private final Book book;
  private final Course course;
  private final Nominations nominations;

  Incidents(Book book, Course course) {
    this.book = book;
    this.course = course;
    this.nominations = new Nominations(book.state);
  }

  /** Holds the step under an incident until an operator says to try again. */
  void hold(String step, IncidentCause cause, String detail, @Nullable String milestone) {
    hold(step, new Obstacle(cause, detail, null), milestone);
  }

  /** The same with a link to where it can be mended. */
  void hold(String step, Obstacle obstacle, @Nullable String milestone) {
    String known = book.state.holds.get(step);
    boolean carried = known != null && (incident(known).open() || answered(known));
    String id = carried && known != null ? known : open(step, obstacle, milestone);
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

  /**
   * Acts on a closed incident: returns on retry, unwinds on abort and skip or when the hire is
   * halted. What was named to be adopted is taken up by the step as it is entered again; only a
   * creation in doubt must not even be repeated.
   */
  void settle(String id) {
    honourAborts();
    if (closed(id)) {
      book.state.holds.values().remove(id);
    }
    course.checkWanted(incident(id).milestone());
    if (unwinds(incident(id))) {
      throw new StepAbandoned();
    }
  }

  private static boolean unwinds(IncidentDocument incident) {
    return incident.resolution() == Resolution.ABORT
        || incident.resolution() == Resolution.SKIP
        || (incident.resolution() == Resolution.ADOPT
            && incident.cause() == IncidentCause.MILESTONE_IN_DOUBT);
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

  void resolve(ResolveCommand command) {
    Resolution answer = command.resolution();
    close(command.incidentId(), answer, "an operator said " + answer.wire());
    if (answer == Resolution.ABORT) {
      course.lookBackIfUnanswered();
    }
    if (answer == Resolution.ADOPT) {
      nominations.name(incident(command.incidentId()), command.marketplaceId());
    }
  }

  /** The milestone that a skip leaves out; one that people cancelled is out already. */
  Optional<String> toDrop(ResolveCommand command) {
    return command.resolution() == Resolution.SKIP
        ? Optional.ofNullable(incident(command.incidentId()).milestone())
            .filter(key -> !book.milestone(key).state().settled())
        : Optional.empty();
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
