package dev.tenure.lifecycle.opencontract.hire;

import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import org.jspecify.annotations.Nullable;

/** Makes documents of Working Contracts, those that are there and those that are asked for. */
public final class WorkingContractDocuments {
  private WorkingContractDocuments() {}

  /** A Working Contract as it was shown last. */
  public static WorkingContractDocument of(WorkingContract contract) {
    Deadlines deadlines = contract.deadlines();
    return new WorkingContractDocument(
        contract.ordinal(),
        contract.shown().status(),
        contract.worker(),
        contract.terms().acceptanceCriteria(),
        contract.shown().criteriaMet(),
        contract.shown().delivery(),
        deadlines.match(),
        deadlines.withdrawal(),
        deadlines.delivery(),
        deadlines.review(),
        contract.escrowed(),
        contract.shown().stake(),
        contract.shown().bond(),
        contract.settlementKnown()
            ? Settlement.of(contract).map(WorkingContractDocuments::of).orElse(null)
            : null);
  }

  private static WorkingContractDocument.Settlement of(Settlement settlement) {
    return new WorkingContractDocument.Settlement(
        settlement.toWorker(), settlement.toClient(), settlement.toTreasury(), settlement.fee());
  }

  /** What a yes to the creation of a milestone's next contract is given to. */
  static ApprovalTerms created(PlannedMilestone milestone, @Nullable String worker) {
    return new ApprovalTerms(
        milestone.terms().name(),
        milestone.terms().description(),
        milestone.terms().amount(),
        worker,
        milestone.openContract(),
        null,
        null);
  }

  /** What a yes to the release or the dispute of a delivery is given to. */
  static ApprovalTerms judged(PlannedMilestone milestone, WorkingContract contract) {
    return new ApprovalTerms(
        milestone.terms().name(),
        milestone.terms().description(),
        contract.price(),
        contract.worker(),
        milestone.openContract(),
        contract.id(),
        of(contract));
  }
}
