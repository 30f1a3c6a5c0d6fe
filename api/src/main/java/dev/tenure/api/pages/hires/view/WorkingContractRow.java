package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Fact;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.RelativeTimes;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.hire.WorkingContractDocument.Settlement;
import dev.tenure.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The Working Contract of a milestone on OpenContract, ready to print. */
public record WorkingContractRow(List<Fact> facts, List<Criterion> criteria) {

  /** The statuses, in their order, in which deadlines still decide what becomes of the contract. */
  private static final List<String> UNJUDGED = List.of("created", "matched", "under-review");

  /**
   * An acceptance criterion.
   *
   * @param outcome what the votes say; absent until then
   * @param tone how the outcome is to look
   */
  public record Criterion(String text, @Nullable String outcome, String tone) {}

  static @Nullable WorkingContractRow of(MilestoneDocument milestone) {
    WorkingContractDocument contract = milestone.workingContract();
    if (contract == null) {
      return null;
    }
    List<Fact> facts = new ArrayList<>();
    add(facts, "Contract", milestone.milestoneId());
    add(facts, "Status", contract.status());
    if (contract.attempt() > 1) {
      add(facts, "Attempt", String.valueOf(contract.attempt()));
    }
    int stage = UNJUDGED.indexOf(contract.status());
    String noWorker = stage == 0 ? "not matched yet" : "none";
    add(facts, "Worker", contract.worker() == null ? noWorker : contract.worker());
    add(facts, "Delivery", contract.delivery());
    if (stage == 0) {
      add(facts, "Match by", RelativeTimes.words(contract.matchDeadline()));
    }
    if (stage == 0 || stage == 1) {
      add(facts, "Withdrawal until", RelativeTimes.words(contract.withdrawalDeadline()));
      add(facts, "Delivery by", RelativeTimes.words(contract.deliveryDeadline()));
    }
    if (stage >= 0) {
      add(facts, "Paid by silence at", RelativeTimes.words(contract.reviewDeadline()));
    }
    add(facts, "Escrowed", contract.escrowed());
    add(facts, "Worker's stake", contract.stake());
    add(facts, "Our bond", contract.bond());
    settled(facts, contract.settlement());
    return new WorkingContractRow(List.copyOf(facts), criteria(contract));
  }

  private static void settled(List<Fact> facts, @Nullable Settlement settlement) {
    if (settlement != null) {
      add(facts, "To the Worker", settlement.toWorker());
      add(facts, "To us", settlement.toClient());
      add(facts, "To the Treasury", settlement.toTreasury());
      add(facts, "Fee within it", settlement.fee());
    }
  }

  private static List<Criterion> criteria(WorkingContractDocument contract) {
    List<String> outcomes = contract.criteriaMet() == null ? List.of() : contract.criteriaMet();
    return IntStream.range(0, contract.acceptanceCriteria().size())
        .mapToObj(
            i -> {
              String outcome = i < outcomes.size() ? outcomes.get(i) : null;
              return new Criterion(
                  contract.acceptanceCriteria().get(i),
                  outcome,
                  "met".equals(outcome) ? "done" : "idle");
            })
        .toList();
  }

  private static void add(List<Fact> facts, String name, @Nullable Money amount) {
    add(facts, name, amount == null ? null : Glossary.money(amount));
  }

  private static void add(List<Fact> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.add(new Fact(name, value));
    }
  }
}
