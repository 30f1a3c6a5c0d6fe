package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.ApprovalType;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.MoneyAuthority;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.money.Escrow;
import dev.tenure.sandbox.opentrain.rules.money.Invoices;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Contracts in sight, and their end. */
@Singleton
public class Contracts {
  private final World world;
  private final Approvals approvals;
  private final Escrow escrow;
  private final Invoices invoices;

  Contracts(World world, Approvals approvals, Escrow escrow, Invoices invoices) {
    this.world = world;
    this.approvals = approvals;
    this.escrow = escrow;
    this.invoices = invoices;
  }

  /** The caller's contract; another account's cannot be told from one that never was. */
  public Contract see(Caller caller, String contractId) {
    return Refusal.found(
        caller.own(world.contracts.find(contractId), Contract::accountId),
        "contracts",
        "contractId",
        contractId);
  }

  /** Ends it at once (empty) when no money is held, else asks a person. */
  public Optional<RequestedApproval> requestEnd(Caller caller, String contractId) {
    Contract contract = see(caller, contractId);
    requireActive(contract);
    if (contract.holding().isEmpty()) {
      // An approval asked for while money was held is settled by this end.
      carryOutEnd(contractId, EscrowChoice.REFUND, MoneyAuthority.IN_APP);
      approvals.drop(ApprovalType.CONTRACT_END, contractId);
      return Optional.empty();
    }
    return Optional.of(
        approvals.askOnce(
            caller,
            new Approvals.Subject(
                ApprovalType.CONTRACT_END, contract.jobId(), null, contractId, null, null),
            contractId));
  }

  /** Ends it: what is held goes where the person said, and nothing more can be decided on it. */
  public Map<String, Object> carryOutEnd(
      String contractId, EscrowChoice choice, MoneyAuthority by) {
    Contract contract = world.contracts.get(contractId);
    requireActive(contract);
    for (Milestone milestone : contract.holding()) {
      switch (choice) {
        case REFUND -> escrow.refund(contract, milestone, by);
        case RELEASE -> escrow.release(contract, milestone, by);
      }
    }
    world.put(world.contracts.get(contractId).ended(world.now()));
    for (Milestone milestone : contract.milestones()) {
      approvals.drop(ApprovalType.MILESTONE_FUND, milestone.id());
      approvals.drop(ApprovalType.MILESTONE_APPROVE, milestone.id());
      invoices.drop(milestone.id());
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("contractEnded", true);
    return evidence;
  }

  void requireActive(Contract contract) {
    if (!contract.active()) {
      throw Refusal.conflict("contract_ended", "This contract has already ended.");
    }
  }
}
