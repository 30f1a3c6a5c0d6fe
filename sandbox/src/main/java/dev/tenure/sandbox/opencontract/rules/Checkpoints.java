package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Checkpoint;
import dev.tenure.sandbox.opencontract.model.CheckpointReport;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.util.List;

/** The progress that Workers report while they work; it changes nothing about the contract. */
@Singleton
public record Checkpoints(OpenContractWorld world, WorkingContracts contracts) {

  /** Adds what follows the last one without a gap. */
  public Checkpoint add(String caller, String contractId, CheckpointReport report) {
    WorkingContract contract = contracts.asWorker(caller, contractId);
    contracts.require(contract, ContractStatus.MATCHED, "given checkpoints");
    List<Checkpoint> known = of(contractId);
    long next = known.isEmpty() ? 1 : known.getLast().report().toSequence() + 1;
    if (report.fromSequence() != next) {
      throw ApiError.conflict("fromSequence must be " + next + ", which follows the last one.");
    }
    if (!known.isEmpty() && !report.time().isAfter(known.getLast().report().time())) {
      throw ApiError.conflict("checkpointedAt must be after that of the last checkpoint.");
    }
    Checkpoint checkpoint =
        new Checkpoint(world.newId("checkpoint"), contractId, report, world.now());
    world.checkpoints.put(checkpoint.id(), checkpoint);
    return checkpoint;
  }

  /** Those of a contract, the oldest first. */
  public List<Checkpoint> of(String contractId) {
    return world.checkpoints.oldestFirst(one -> one.contractId().equals(contractId)).toList();
  }
}
