package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Checkpoint;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** The progress that Workers report while they work; it changes nothing about the contract. */
@Singleton
public class Checkpoints {
  private final OpenContractWorld world;
  private final WorkingContracts contracts;

  Checkpoints(OpenContractWorld world, WorkingContracts contracts) {
    this.world = world;
    this.contracts = contracts;
  }

  /**
   * Adds what follows the last one without a gap.
   *
   * @param made the checkpoint by its id and its moment
   */
  public Checkpoint add(
      String caller,
      String contractId,
      long fromSequence,
      Instant checkpointedAt,
      BiFunction<String, Instant, Checkpoint> made) {
    WorkingContract contract = contracts.asWorker(caller, contractId);
    contracts.require(contract, ContractStatus.MATCHED, "given checkpoints");
    List<Checkpoint> known = of(contractId);
    long next = known.isEmpty() ? 1 : known.getLast().toSequence() + 1;
    if (fromSequence != next) {
      throw ApiError.conflict("fromSequence must be " + next + ", which follows the last one.");
    }
    if (!known.isEmpty() && !checkpointedAt.isAfter(known.getLast().checkpointedAt())) {
      throw ApiError.conflict("checkpointedAt must be after that of the last checkpoint.");
    }
    Checkpoint checkpoint = made.apply(world.newId("checkpoint"), world.now());
    world.checkpoints.put(checkpoint.id(), checkpoint);
    return checkpoint;
  }

  /** Those of a contract, the oldest first. */
  public List<Checkpoint> of(String contractId) {
    return world.checkpoints.oldestFirst(one -> one.contractId().equals(contractId)).toList();
  }
}
