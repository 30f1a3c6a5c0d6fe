package dev.tenure.sandbox.opencontract.rules;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.PaidCall.Ballot;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The votes of a dispute: an open call, first come, one ballot for each Backup Agent. */
@Singleton
public record Ballots(
    OpenContractWorld world,
    WorkingContracts contracts,
    ContractTimers timers,
    PaidCalls paidCalls) {
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
    if (voted(contract, caller)) {
      throw ApiError.conflict("This Backup Agent has voted on the contract already.");
    }
    open(contract);
    long slice = Usdc.part(contract.terms().price(), parameters.backupAgentBondRatio());
    return Outcome.of(
        paidCalls.run(
            new Ballot(id, words),
            caller,
            contract.wallet(),
            Math.multiplyExact(slice, contract.criteria()),
            requireNonNull(timers.deadline(contract)),
            payment),
        joined ->
            IntStream.range(0, words.size())
                .mapToObj(index -> Vote.cast(id, caller, index, words.get(index)))
                .toList());
  }

  /** Others may vote while a ballot is still being paid for, as long as there is room for them. */
  private void open(WorkingContract contract) {
    if (!contract.is(ContractStatus.DISPUTED)) {
      throw ApiError.conflict(
          "The contract is %s; it can be voted on only while it is disputed."
              .formatted(world.settings().word(contract.status())));
    }
    long settling = world.settlingOn(contract).count();
    if (settling > 0
        && (!world.now().isBefore(requireNonNull(timers.deadline(contract)))
            || contract.backupAgents().size() + settling >= paidCalls.recruits())) {
      throw ApiError.conflict("The call for votes is over; the last bonds still settle.");
    }
  }

  /** Whether the agent has voted, or is about to. */
  private boolean voted(WorkingContract contract, String caller) {
    return contract.backupAgents().stream().anyMatch(one -> Address.same(one.address(), caller))
        || world
            .settlingOn(contract)
            .anyMatch(payment -> Address.same(payment.quote().payer(), caller));
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
}
