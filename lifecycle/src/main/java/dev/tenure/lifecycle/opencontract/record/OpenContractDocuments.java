package dev.tenure.lifecycle.opencontract.record;

import dev.tenure.lifecycle.opencontract.decision.OpenContractActions;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.OpenContractTotals;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.hire.WorkingContractDocuments;
import dev.tenure.lifecycle.record.DocumentKeys;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the documents of a hire on OpenContract from its state. */
public final class OpenContractDocuments {
  private OpenContractDocuments() {}

  /** The header: status, what it waits for, money, what is allowed. */
  public static HireDocument header(OpenContractHire hire) {
    return new HireDocument(
        hire.id(),
        hire.plan().account(),
        hire.plan().proposalId(),
        hire.generation(),
        hire.status(),
        contractId(hire),
        null,
        OpenContractWaits.of(hire),
        OpenContractTotals.of(hire),
        OpenContractActions.of(hire),
        hire.recorded().version(),
        hire.createdAt(),
        Objects.requireNonNullElse(hire.recorded().updatedAt(), hire.createdAt()),
        hire.closedAt(),
        hire.paused(),
        hire.planChanged() ? HireTerms.of(hire.plan()) : null,
        null);
  }

  /** The contract that holds the milestones together is the hire itself, once there is one. */
  static @Nullable String contractId(OpenContractHire hire) {
    return hire.everContracted() ? hire.id() : null;
  }

  /** A milestone with its last Working Contract. */
  public static MilestoneDocument of(OpenContractHire hire, PlannedMilestone milestone) {
    MilestonePlan terms = milestone.terms();
    WorkingContract contract = milestone.contract();
    return new MilestoneDocument(
        milestone.key(),
        milestone.position(),
        contract == null ? null : contract.id(),
        null,
        terms.name(),
        terms.description(),
        terms.amount(),
        terms.dueDate(),
        terms.fund(),
        hire.stateOf(milestone),
        false,
        hire.recorded().versionOf(DocumentKeys.ofMilestone(milestone.key())),
        terms.release(),
        terms.volume(),
        false,
        terms.openContract(),
        contract == null ? null : WorkingContractDocuments.of(contract));
  }

  public static ApprovalDocument of(OpenContractHire hire, Approval approval) {
    return new ApprovalDocument(
        approval.id(),
        approval.step().approval(),
        approval.status(),
        approval.step().milestone(),
        approval.amount(),
        null,
        url(approval),
        approval.ordinal(),
        approval.createdAt(),
        approval.expiresAt(),
        approval.resolvedAt(),
        approval.worker() == null ? Map.of() : Map.of("worker", approval.worker()),
        hire.recorded().versionOf(DocumentKeys.ofApproval(approval.id())),
        approval.termsDigest(),
        approval.decision(),
        approval.terms());
  }

  /** Where it is decided: a page of ours, below the front's own address. */
  static String url(Approval approval) {
    return "/approvals/" + approval.id();
  }
}
