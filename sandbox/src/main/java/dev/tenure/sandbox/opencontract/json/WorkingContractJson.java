package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.opencontract.model.BackupAgent;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Working Contract as every answer carries it; amounts are decimal texts in USDC. */
@Serdeable
public record WorkingContractJson(
    String id,
    String status,
    WireTime createdAt,
    String client,
    @Nullable String worker,
    String title,
    String taskDescription,
    List<String> acceptanceCriteria,
    @Nullable List<String> criteriaMet,
    @Nullable String supplementaryMaterials,
    @Nullable String delivery,
    String contractType,
    String awardMethod,
    String budgetOrPrice,
    WireTime matchDeadline,
    WireTime withdrawalDeadline,
    WireTime deliveryDeadline,
    WireTime reviewDeadline,
    String verificationMode,
    List<String> backupAgents,
    String escrowedFunds,
    @Nullable String workerStake,
    @Nullable String disputeBond) {

  public static WorkingContractJson of(WorkingContract contract) {
    ContractTerms terms = contract.terms();
    List<Criterion> results = contract.criteriaMet();
    return new WorkingContractJson(
        contract.id(),
        contract.status().word(),
        new WireTime(contract.createdAt()),
        contract.client(),
        contract.worker(),
        terms.title(),
        terms.taskDescription(),
        terms.acceptanceCriteria(),
        results == null ? null : results.stream().map(Criterion::word).toList(),
        terms.supplementaryMaterials(),
        contract.delivery(),
        "fixed",
        terms.openTender() ? "open_tender" : "direct_award",
        Usdc.text(terms.price()),
        new WireTime(terms.matchDeadline()),
        new WireTime(terms.withdrawalDeadline()),
        new WireTime(terms.deliveryDeadline()),
        new WireTime(terms.reviewDeadline()),
        "privacy-preserving",
        contract.backupAgents().stream().map(BackupAgent::address).toList(),
        Usdc.text(terms.price()),
        amount(contract.workerStake()),
        amount(contract.disputeBond()));
  }

  private static @Nullable String amount(@Nullable Long units) {
    return units == null ? null : Usdc.text(units);
  }
}
