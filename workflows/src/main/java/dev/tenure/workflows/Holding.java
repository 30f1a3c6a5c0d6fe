package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.Resolution;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds a step under its incident until somebody answers or it has healed, and acts on the answer.
 * A step entered again in a later run takes its incident up again.
 */
final class Holding {
  private final Book book;
  private final Course course;
  private final GivingUp givingUp;
  private final Incidents incidents;
  private final AppChanges changes;

  Holding(Book book, Course course, GivingUp givingUp, Incidents incidents, AppChanges changes) {
    this.book = book;
    this.course = course;
    this.givingUp = givingUp;
    this.incidents = incidents;
    this.changes = changes;
  }

  /** Holds the step under an incident until an operator says to try again. */
  void hold(String step, IncidentCause cause, String detail, @Nullable String milestone) {
    hold(step, new Obstacle(cause, detail, null), milestone);
  }

  /** The same with a link to where it can be mended. */
  void hold(String step, Obstacle obstacle, @Nullable String milestone) {
    awaitRetry(take(step, obstacle, milestone));
  }

  /** The open incident of a step, or the one that was answered between two runs; else a new one. */
  String take(String step, Obstacle obstacle, @Nullable String milestone) {
    String known = book.state.holds.get(step);
    boolean carried = known != null && (!incidents.closed(known) || answered(known));
    return carried && known != null ? known : incidents.open(step, obstacle, milestone);
  }

  /** Closes the incident, which needs no answer any more, and unwinds its step. */
  void release(String id, String why) {
    incidents.close(id, null, why);
    book.state.holds.values().remove(id);
    throw new StepAbandoned();
  }

  private boolean answered(String id) {
    return incidents.incident(id).resolution() != null;
  }

  /**
   * Waits for the operator's answer; unwinds the step on abort, when the hire is halted, or when
   * people have settled in the app what is held.
   */
  void awaitRetry(String id) {
    BooleanSupplier settled = changes.settling(incidents.incident(id));
    Workflow.await(() -> incidents.closed(id) || course.halted() || settled.getAsBoolean());
    String milestone = incidents.incident(id).milestone();
    if (milestone != null && settled.getAsBoolean() && !course.halted()) {
      changes.settle(milestone);
    }
    if (settled.getAsBoolean() && incidents.incident(id).resolution() == null) {
      book.state.holds.values().remove(id);
      throw new StepAbandoned();
    }
    settle(id);
  }

  /** What a step was held for is over, as another one has found. */
  void heal(String step) {
    String id = book.state.holds.get(step);
    if (id != null && !incidents.closed(id) && changes.heed()) {
      incidents.healed(step);
    }
  }

  /** The incident that forbids to try a step a second time without an operator's word. */
  Optional<String> doubt(String step) {
    return Optional.ofNullable(book.state.holds.get(step))
        .filter(id -> incidents.incident(id).cause() == IncidentCause.MILESTONE_IN_DOUBT);
  }

  /**
   * Acts on a closed incident: returns on retry, unwinds on abort and skip or when the hire is
   * halted. What was named to be adopted is taken up by the step as it is entered again; only a
   * creation in doubt must not even be repeated.
   */
  void settle(String id) {
    honourAborts();
    if (incidents.closed(id)) {
      book.state.holds.values().remove(id);
    }
    course.checkWanted(incidents.incident(id).milestone());
    if (unwinds(incidents.incident(id))) {
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
      if (incidents.incident(id).resolution() == Resolution.ABORT) {
        book.state.holds.values().remove(id);
        givingUp.giveUp(HireStatus.CANCELLED, incidents.incident(id).milestone());
      }
    }
  }
}
