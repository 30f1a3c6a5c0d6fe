package dev.tenure.workflows;

import dev.tenure.model.Resolution;
import java.util.Optional;

/** Takes down what an operator answers to an incident; the step that it holds goes by that. */
final class Resolving {
  private final Book book;
  private final Incidents incidents;
  private final GivingUp givingUp;
  private final Nominations nominations;

  Resolving(Book book, Incidents incidents, GivingUp givingUp) {
    this.book = book;
    this.incidents = incidents;
    this.givingUp = givingUp;
    this.nominations = new Nominations(book.state);
  }

  void resolve(ResolveCommand command) {
    Resolution answer = command.resolution();
    incidents.close(command.incidentId(), answer, "an operator said " + answer.wire());
    if (answer == Resolution.ABORT) {
      givingUp.lookBackIfUnanswered();
    }
    if (answer == Resolution.ADOPT) {
      nominations.name(incidents.incident(command.incidentId()), command.marketplaceId());
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
