package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.Resolution;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/** Takes down what an operator answers to an incident; the step that it holds goes by that. */
final class Resolving {
  private final Book book;
  private final Incidents incidents;
  private final GivingUp givingUp;
  private final Holding holding;
  private final Nominations nominations;

  Resolving(Book book, Incidents incidents, GivingUp givingUp, Holding holding) {
    this.book = book;
    this.incidents = incidents;
    this.givingUp = givingUp;
    this.holding = holding;
    this.nominations = new Nominations(book.state);
  }

  void resolve(ResolveCommand command) {
    Resolution answer = command.resolution();
    incidents.close(command.incidentId(), answer, "an operator said " + answer.wire());
    if (answer == Resolution.RETRY) {
      allowAnotherCreation(incidents.incident(command.incidentId()));
    }
    if (answer == Resolution.ABORT) {
      givingUp.lookBackIfAsked();
      liftPause();
    }
    if (answer == Resolution.ADOPT) {
      nominations.name(incidents.incident(command.incidentId()), command.marketplaceId());
    }
  }

  /** During a pause no step is held that could act on it. */
  private void liftPause() {
    if (book.state.paused
        && Workflow.getVersion("an abort lifts a pause", Workflow.DEFAULT_VERSION, 1)
            != Workflow.DEFAULT_VERSION) {
      holding.honourAborts();
    }
  }

  /** Only a person may say that a milestone in doubt was not created. */
  private void allowAnotherCreation(IncidentDocument doubt) {
    if (doubt.cause() == IncidentCause.MILESTONE_IN_DOUBT && doubt.milestone() != null) {
      book.state.maybeCreated.remove(doubt.milestone());
    }
  }

  /** The milestone that a skip leaves out; one that people cancelled is out already. */
  Optional<String> toDrop(ResolveCommand command) {
    return command.resolution() == Resolution.SKIP
        ? Optional.ofNullable(incidents.incident(command.incidentId()).milestone())
            .filter(key -> !book.milestone(key).state().settled())
        : Optional.empty();
  }
}
