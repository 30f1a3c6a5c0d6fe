package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import dev.tenure.model.EndRule;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.ContractRef;
import java.util.Locale;

/** From the last milestone, or the command, to the ended contract. */
final class Ending {
  private final HireParts hire;
  private final Book book;

  Ending(HireParts hire) {
    this.hire = hire;
    this.book = hire.book();
  }

  void run() {
    hire.course().await(() -> due() || book.state.status == HireStatus.ENDING);
    book.status(HireStatus.ENDING);
    switch (hire.coSign().obtain(request())) {
      case Outcome.Done done -> new Adoption(book).ended();
      case Outcome.Confirmed confirmed ->
          hire.contract().readUntil(() -> book.state.contractEnded, "its end", null);
      case Outcome.Fact fact -> see(fact.reason().name());
      case Outcome.LostSight lost -> see("approval out of sight");
    }
  }

  private boolean due() {
    return book.state.endRequested
        || (book.plan.policies().end() == EndRule.WHEN_ALL_PAID && allSettled(book));
  }

  /** Whether nothing is left to do but the end, and the policy leaves that to a command. */
  static boolean awaitsCommand(Book book) {
    return book.plan.policies().end() == EndRule.ON_REQUEST
        && book.state.status == HireStatus.ACTIVE
        && !book.state.endRequested
        && allSettled(book);
  }

  private static boolean allSettled(Book book) {
    return book.milestones().stream()
        .noneMatch(m -> m.foreign() ? m.state().inEscrow() : !m.state().settled());
  }

  private CoSignRequest request() {
    ContractRef contract = new ContractRef(book.contractId());
    return new CoSignRequest(
        ApprovalKind.CONTRACT_END,
        null,
        null,
        null,
        "the end of the contract",
        marketplace -> marketplace.requestEnd(contract));
  }

  private void see(String why) {
    hire.contract().read();
    if (!book.state.contractEnded) {
      hire.incidents()
          .hold(
              IncidentCause.APPROVAL_LOST,
              "The end of the contract: %s, and the contract is still active. Retry asks again."
                  .formatted(why.toLowerCase(Locale.ROOT)),
              null);
    }
  }
}
