package dev.tenure.lifecycle.opencontract.record;

import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.record.DocumentKeys;
import dev.tenure.lifecycle.record.HireSnapshot;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.plan.HirePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a hire on OpenContract has been told.
 *
 * @param contracts the Working Contracts by their ids
 * @param ledger ids of the ledger's lines
 */
public record OpenContractSnapshot(
    @Nullable HireDocument header,
    HirePlan plan,
    int commands,
    boolean ending,
    Map<String, ContractView> contracts,
    Map<String, Object> documents,
    List<String> ledger)
    implements HireSnapshot {

  /** A Working Contract as it was told. */
  record ContractView(String status, boolean settlementKnown, boolean disputeOvertaken) {}

  /** Nothing of the hire has been told yet. */
  public static OpenContractSnapshot nothingOf(OpenContractHire hire) {
    return new OpenContractSnapshot(null, hire.plan(), 0, false, Map.of(), Map.of(), List.of());
  }

  /** Everything of the hire, as it stands, counts as told. */
  public static OpenContractSnapshot of(OpenContractHire hire) {
    Map<String, Object> documents = new LinkedHashMap<>();
    for (PlannedMilestone milestone : hire.milestones()) {
      documents.put(
          DocumentKeys.ofMilestone(milestone.key()), OpenContractDocuments.of(hire, milestone));
    }
    for (Approval approval : hire.approvals()) {
      documents.put(
          DocumentKeys.ofApproval(approval.id()), OpenContractDocuments.of(hire, approval));
    }
    DocumentKeys.addIncidents(hire, documents);
    Map<String, ContractView> contracts = new LinkedHashMap<>();
    hire.contracts().forEach(contract -> contracts.put(contract.id(), view(contract)));
    return new OpenContractSnapshot(
        OpenContractDocuments.header(hire),
        hire.plan(),
        hire.commands().size(),
        hire.ending(),
        contracts,
        documents,
        OpenContractLedger.of(hire).stream().map(LedgerEntry::id).toList());
  }

  private static ContractView view(WorkingContract contract) {
    return new ContractView(
        contract.shown().status(), contract.settlementKnown(), contract.disputeOvertaken());
  }

  /** The lines of the ledger that were not told. */
  public List<LedgerEntry> untold(OpenContractHire hire) {
    return OpenContractLedger.of(hire).stream()
        .filter(entry -> !ledger.contains(entry.id()))
        .toList();
  }
}
