package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.marketplace.Tags;
import dev.tenure.model.FundRule;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes over what a contract shows: people may change anything in the app, and theirs wins. */
final class Adoption {
  private final Book book;
  private final Since copiesAreForeign = new Since("copies of a tag are foreign");

  Adoption(Book book) {
    this.book = book;
  }

  void adopt(ContractSnapshot contract) {
    if (book.state.jobId == null) {
      book.state.jobId = contract.jobId();
    }
    for (MilestoneSnapshot shown : contract.milestones()) {
      book.state.listed.add(shown.id());
      keyOf(shown, contract)
          .ifPresentOrElse(
              key -> new MilestoneAdoption(book, key).adopt(shown), () -> addForeign(shown));
    }
    for (MilestoneDocument known : List.copyOf(book.milestones())) {
      if (vanished(known, contract)) {
        new MilestoneAdoption(book, known.key()).vanished();
      }
    }
    BudgetSnapshot budget = contract.budget();
    if (budget != null) {
      new BudgetAdoption(book).adopt(budget);
    }
    if (contract.ended() && !book.state.contractEnded) {
      ended();
    }
  }

  /** One that was never shown may only be late: "not seen" is not "gone". */
  private boolean vanished(MilestoneDocument known, ContractSnapshot contract) {
    String id = known.milestoneId();
    return id != null && book.state.listed.contains(id) && contract.milestone(id).isEmpty();
  }

  private Optional<String> keyOf(MilestoneSnapshot shown, ContractSnapshot contract) {
    Optional<String> known =
        book.milestones().stream()
            .filter(milestone -> shown.id().equals(milestone.milestoneId()))
            .map(MilestoneDocument::key)
            .findFirst();
    if (known.isPresent()) {
      return known;
    }
    if (shown.tag() != null) {
      return Tags.key(book.input.hireId(), shown.tag())
          .filter(book.state.milestones::containsKey)
          .filter(key -> !(stands(key, contract) && copiesAreForeign.holds()));
    }
    // The hire itself makes milestone 1, without a tag: people confirm it in the app.
    String first = book.plan.first().key();
    boolean free = book.milestone(first).milestoneId() == null;
    return shown.number() == 1 && free ? Optional.of(first) : Optional.empty();
  }

  /** People who copy a description copy its tag: the one that was ours first stays ours. */
  private boolean stands(String key, ContractSnapshot contract) {
    String id = book.milestone(key).milestoneId();
    return id != null && contract.milestone(id).isPresent();
  }

  private void addForeign(MilestoneSnapshot shown) {
    String key = "foreign-" + shown.id();
    MilestonePlan terms =
        new MilestonePlan(
            key, shown.name(), null, shown.amount(), shown.dueDate(), FundRule.atStart());
    int position = book.milestones().size() + 1;
    book.put(MilestoneDocument.foreign(terms, position, shown.id(), shown.number()));
    book.note(
        "milestone.foreign",
        "Somebody else added a milestone of %s; it is counted but never touched."
            .formatted(shown.amount()),
        key,
        null,
        Map.of("milestoneId", shown.id()));
    new MilestoneAdoption(book, key).adopt(shown);
  }

  /** The contract has ended, whoever ended it. */
  void ended() {
    book.state.contractEnded = true;
    book.note(
        "contract.ended",
        "The contract has ended.",
        null,
        null,
        Map.of("contractId", book.contractId()));
  }
}
