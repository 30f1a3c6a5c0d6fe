package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.ContractReading;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.ContractRef;
import java.util.Map;
import java.util.Optional;

/** Takes up a contract that an operator named, if it can be read and is of the same proposal. */
final class ContractNomination {
  private final Book book;
  private final PatientCall calls;
  private final Holding holding;
  private final Nominations nominations;

  ContractNomination(Book book, PatientCall calls, Holding holding) {
    this.book = book;
    this.calls = calls;
    this.holding = holding;
    this.nominations = new Nominations(book.state);
  }

  void takeUp() {
    for (Optional<String> named = nominations.ofContract();
        named.isPresent();
        named = nominations.ofContract()) {
      String id = named.get();
      boolean ours = isOurs(id);
      nominations.contractDone();
      if (ours) {
        adopt(id);
      } else {
        holding.hold(
            Contract.SIGHT,
            IncidentCause.NOT_FOUND,
            "Contract %s cannot be seen with this token or is of another proposal, so it was not"
                    .formatted(id)
                + " adopted. Retry looks for contract %s again; adopt names another one."
                    .formatted(book.contractId()),
            null);
      }
    }
  }

  private boolean isOurs(String id) {
    ContractRef ref = new ContractRef(id);
    return calls.call("read contract named by an operator", null, m -> m.readContract(ref))
            instanceof ContractReading.Seen seen
        && book.plan.proposalId().equals(seen.contract().proposalId());
  }

  private void adopt(String id) {
    String before = book.contractId();
    book.state.contractId = id;
    book.note(
        "contract.adopted",
        "The contract is %s: an operator said so.".formatted(id),
        null,
        null,
        Map.of("contractId", id, "before", before));
  }
}
