package dev.tenure.sandbox.opencontract.rules;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.BackupAgent;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.Outcome.Done;
import dev.tenure.sandbox.opencontract.rules.Outcome.Unpaid;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The votes of a dispute: an open call, first come, one ballot for each Backup Agent. */
@Singleton
public class Ballots {
  /** How many may vote while the protocol says nothing (assumed). */
  private static final int RECRUITS = 3;

  private final OpenContractWorld world;
  private final WorkingContracts contracts;
  private final ContractTimers timers;

  Ballots(OpenContractWorld world, WorkingContracts contracts, ContractTimers timers) {
    this.world = world;
    this.contracts = contracts;
    this.timers = timers;
  }

  /**
   * Casts a ballot; to vote is to join. The last one that is wanted ends the dispute.
   *
   * @param words one for each criterion, in the order of the criteria
   */
  public Outcome<List<Vote>> cast(
      String caller, String id, List<Criterion> words, @Nullable SignedTransfer payment) {
    WorkingContract contract = contracts.read(id);
    ProtocolParameters parameters = world.settings().parameters();
    admit(caller, contract, parameters);
    if (contract.backupAgents().stream().anyMatch(one -> Address.same(one.address(), caller))) {
      throw ApiError.conflict("This Backup Agent has voted on the contract already.");
    }
    WorkingContracts.require(contract, ContractStatus.DISPUTED, "voted on");
    long slice = Usdc.part(contract.terms().price(), parameters.backupAgentBondRatio());
    Outcome<WorkingContract> joined =
        contracts.paid(
            "votes",
            caller,
            contract,
            Math.multiplyExact(slice, contract.criteria()),
            "Backup Agent Bond",
            requireNonNull(timers.next(contract)),
            payment,
            Purpose.BACKUP_BOND,
            posted -> joined(contract, caller, words, posted / contract.criteria()));
    return switch (joined) {
      case Done<WorkingContract>(var after, var receipt) ->
          new Done<>(counted(after, caller, parameters), receipt);
      case Unpaid<WorkingContract>(var quote, var reason, var failed) ->
          new Unpaid<>(quote, reason, failed);
    };
  }

  private void admit(String caller, WorkingContract contract, ProtocolParameters parameters) {
    if (contract.isClient(caller) || contract.isWorker(caller)) {
      throw ApiError.forbidden("A party of the contract cannot be its Backup Agent.");
    }
    BigDecimal staked = BigDecimal.valueOf(world.stakedTokens(caller));
    if (staked.compareTo(parameters.baEligibilityStake()) < 0) {
      throw ApiError.forbidden(
          "A Backup Agent needs %s staked tokens; this one has %s."
              .formatted(parameters.baEligibilityStake().toPlainString(), staked));
    }
  }

  private WorkingContract joined(
      WorkingContract contract, String caller, List<Criterion> words, long slice) {
    for (int index = 0; index < words.size(); index++) {
      Vote vote = new Vote(contract.id(), caller, index, words.get(index), null, null, null);
      world.votes.put(vote.key(), vote);
    }
    return contract.joined(new BackupAgent(caller, slice));
  }

  private List<Vote> counted(
      WorkingContract contract, String caller, ProtocolParameters parameters) {
    Integer wanted = parameters.baRecruitCount();
    List<Vote> cast =
        world.votesOn(contract).filter(vote -> Address.same(vote.backupAgent(), caller)).toList();
    if (contract.backupAgents().size() >= (wanted == null ? RECRUITS : wanted)) {
      world.put(timers.tallied(contract, world.now()));
    }
    return cast;
  }
}
