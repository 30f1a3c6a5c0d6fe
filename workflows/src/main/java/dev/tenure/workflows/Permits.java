package dev.tenure.workflows;

import dev.tenure.model.ActionKind;
import dev.tenure.model.HireStatus;
import dev.tenure.model.HireTerms;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses, in words, what the state of the hire does not allow. */
final class Permits {
  private final Book book;
  private final NewTerms newTerms;

  Permits(Book book) {
    this.book = book;
    this.newTerms = new NewTerms(book);
  }

  void release(String milestone) {
    require(ActionKind.RELEASE, milestone, cannot(milestone, "released"));
  }

  void fund(String milestone) {
    require(ActionKind.FUND, milestone, cannot(milestone, "funded by command"));
  }

  void drop(String milestone) {
    boolean first = milestone.equals(book.plan.first().key());
    require(
        ActionKind.DROP,
        milestone,
        first
            ? "The first milestone cannot be dropped: the hire itself funds it."
            : cannot(milestone, "dropped"));
  }

  void add(MilestonePlan milestone) {
    require(ActionKind.ADD_MILESTONE, null, "No milestone can be added now: " + stand() + ".");
    newTerms.objectionTo(milestone).ifPresent(words -> refuse(words, null));
  }

  void pause() {
    require(ActionKind.PAUSE, null, "The hire cannot be paused now: " + stand() + ".");
  }

  void resume() {
    require(ActionKind.RESUME, null, "There is nothing to resume: " + stand() + ".");
  }

  void end() {
    require(ActionKind.END, null, "The contract cannot be ended now: " + stand() + ".");
  }

  void cancel() {
    String why = book.hasContract() ? "its contract stands; end it instead" : stand();
    require(ActionKind.CANCEL, null, "The hire cannot be cancelled now: " + why + ".");
  }

  void change(ChangeCommand command) {
    require(ActionKind.CHANGE, null, "The hire cannot be changed now: " + stand() + ".");
    if (command.version() != book.state.version) {
      refuse(
          "The hire is at version %d by now, not at %d: read it again."
              .formatted(book.state.version, command.version()),
          Refusal.VERSION_CONFLICT);
    }
    HireTerms terms = command.terms();
    newTerms.objectionTo(terms, command.first()).ifPresent(words -> refuse(words, null));
  }

  void resolve(ResolveCommand command) {
    String id = command.incidentId();
    IncidentDocument incident = book.state.incidents.get(id);
    require(ActionKind.RESOLVE, id, "Incident " + id + " is not open.");
    if (incident != null) {
      Answers.objection(book, incident, command)
          .ifPresent(
              why ->
                  refuse("Incident %s (%s) %s.".formatted(id, incident.cause().wire(), why), null));
    }
  }

  private String cannot(String milestone, String be) {
    return "Milestone %s cannot be %s now: %s.".formatted(milestone, be, stateOf(milestone));
  }

  private String stateOf(String milestone) {
    MilestoneDocument known = book.state.milestones.get(milestone);
    if (known == null) {
      return "there is no such milestone";
    }
    if (known.foreign()) {
      return "somebody else made it";
    }
    boolean stopped = book.state.paused || book.state.endRequested || book.state.givenUpAs != null;
    return stopped ? stand() : "it is " + known.state().wire();
  }

  private String stand() {
    if (book.state.status.closed() || book.state.status == HireStatus.ENDING) {
      return "the hire is " + book.state.status.wire();
    }
    if (book.state.endRequested) {
      return "the end of its contract is commanded";
    }
    return "the hire is " + (book.state.paused ? "paused" : book.state.status.wire());
  }

  /** Refuses a command that is not among the allowed ones. */
  private void require(ActionKind action, @Nullable String target, String otherwise) {
    boolean allowed =
        AllowedActions.of(book).stream()
            .anyMatch(a -> a.action() == action && Objects.equals(a.target(), target));
    if (!allowed) {
      refuse(otherwise, null);
    }
  }

  private void refuse(String words, @Nullable String code) {
    throw ApplicationFailure.newBuilder()
        .setMessage(words)
        .setType(Refusal.TYPE)
        .setDetails(new Refusal(words, AllowedActions.of(book), code))
        .setNonRetryable(true)
        // Saying no is no failure of ours: no stack trace in the worker's log.
        .setCategory(ApplicationErrorCategory.BENIGN)
        .build();
  }
}
