package dev.tenure.journal.record;

import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;
import java.util.stream.IntStream;

/** The documents of a hire before its workflow has spoken: version 0 of everything. */
final class InitialDocuments {

  private InitialDocuments() {}

  static HireDocument header(NewHire hire, int generation) {
    HirePlan plan = hire.plan();
    return new HireDocument(
        hire.id(),
        plan.account(),
        plan.proposalId(),
        generation,
        HireStatus.REQUESTED,
        null,
        null,
        List.of(),
        totals(plan),
        List.of(),
        0,
        hire.createdAt(),
        hire.createdAt(),
        null);
  }

  static List<MilestoneDocument> milestones(HirePlan plan) {
    return IntStream.range(0, plan.milestones().size())
        .mapToObj(i -> planned(i + 1, plan.milestones().get(i)))
        .toList();
  }

  private static MilestoneDocument planned(int position, MilestonePlan milestone) {
    return MilestoneDocument.planned(milestone, position);
  }

  private static MoneyTotals totals(HirePlan plan) {
    Money none = Money.zero(plan.currency());
    return new MoneyTotals(plan.cap(), none, none, none, plan.worstCase());
  }
}
