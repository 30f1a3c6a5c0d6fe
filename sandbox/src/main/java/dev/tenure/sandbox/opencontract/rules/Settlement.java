package dev.tenure.sandbox.opencontract.rules;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.BackupAgent;
import dev.tenure.sandbox.opencontract.model.BondOutcome;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the wallet of a contract that has come to its end is shared out. All of it goes: the shares
 * make up what was paid in.
 *
 * @param status that of the contract when the money has moved
 */
record Settlement(ContractStatus status, List<Share> shares) {

  /** What somebody gets; units of a millionth of a USDC. */
  record Share(String party, long units, Purpose purpose) {}

  /**
   * By the parameters as they are now (assumed: not as they were when the contract ended).
   *
   * @param votes those on the contract
   */
  static Settlement of(WorkingContract contract, List<Vote> votes, OpenContractSettings settings) {
    Sharing sharing = new Sharing(contract, settings);
    ContractStatus end =
        switch (contract.status()) {
          case CANCELLED_BY_CLIENT, CANCELLED_UNMATCHED -> sharing.refund(contract.status());
          case CANCELLED_WITHDRAWN -> sharing.withdrawn();
          case CANCELLED_ABSENT -> sharing.absent();
          case RESOLVED -> sharing.resolved(requireNonNull(contract.criteriaMet()));
          default -> throw new IllegalStateException(contract.id() + " has not ended");
        };
    sharing.backupBonds(votes);
    return new Settlement(end, sharing.shares());
  }

  /** Collects the shares of one contract. */
  private static final class Sharing {
    private final WorkingContract contract;
    private final OpenContractSettings settings;
    private final List<Share> shares = new ArrayList<>();

    Sharing(WorkingContract contract, OpenContractSettings settings) {
      this.contract = contract;
      this.settings = settings;
    }

    List<Share> shares() {
      return shares.stream().filter(share -> share.units() > 0).toList();
    }

    ContractStatus refund(ContractStatus end) {
      toClient(contract.terms().price(), Purpose.REFUND);
      return end;
    }

    ContractStatus withdrawn() {
      long slashed = Usdc.part(contract.stake(), settings.parameters().earlyWithdrawalSlashRatio());
      toClient(slashed, Purpose.STAKE);
      toWorker(contract.stake() - slashed, Purpose.STAKE);
      return refund(contract.status());
    }

    ContractStatus absent() {
      slashStake();
      return refund(contract.status());
    }

    /** Unclear criteria leave both sides of the fraction; all unclear counts as all met. */
    ContractStatus resolved(List<Criterion> results) {
      int met = Collections.frequency(results, Criterion.MET);
      int decided = results.size() - Collections.frequency(results, Criterion.UNCLEAR);
      long price = contract.terms().price();
      long gross = decided == 0 ? price : Usdc.part(price, met, decided);
      long fee = Usdc.part(gross, settings.parameters().protocolFee());
      toWorker(gross - fee, Purpose.PAYMENT);
      toTreasury(fee, Purpose.FEE);
      toClient(price - gross, Purpose.REFUND);
      if (met == decided) {
        toWorker(contract.stake(), Purpose.STAKE);
        disputeLost(decided == 0);
        return ContractStatus.SETTLED_FULLY_MET;
      }
      toClient(contract.bond(), Purpose.DISPUTE_BOND);
      if (met == 0) {
        slashStake();
        return ContractStatus.SETTLED_NONE_MET;
      }
      toWorker(contract.stake(), Purpose.STAKE);
      return ContractStatus.SETTLED_PARTIALLY_MET;
    }

    void backupBonds(List<Vote> votes) {
      for (BackupAgent agent : contract.backupAgents()) {
        votes.stream()
            .filter(vote -> Address.same(vote.backupAgent(), agent.address()))
            .forEach(vote -> backupBond(agent, requireNonNull(vote.bondOutcome())));
      }
    }

    private void backupBond(BackupAgent agent, BondOutcome outcome) {
      long lost =
          switch (outcome) {
            case RETURNED -> 0;
            case SLASHED -> agent.slice();
            case PARTIALLY_SLASHED ->
                Usdc.part(agent.slice(), settings.parameters().baUnclearSlashRatio());
          };
      toTreasury(lost, Purpose.BACKUP_BOND);
      give(agent.address(), agent.slice() - lost, Purpose.BACKUP_BOND);
    }

    private void disputeLost(boolean nothingDecided) {
      if (nothingDecided && !settings.unclearVoidsBond()) {
        toClient(contract.bond(), Purpose.DISPUTE_BOND);
      } else {
        toTreasury(contract.bond(), Purpose.DISPUTE_BOND);
      }
    }

    private void slashStake() {
      long clients = Usdc.part(contract.stake(), settings.parameters().absentNoneMetClientShare());
      toClient(clients, Purpose.STAKE);
      toTreasury(contract.stake() - clients, Purpose.STAKE);
    }

    private void toClient(long units, Purpose purpose) {
      give(contract.client(), units, purpose);
    }

    private void toWorker(long units, Purpose purpose) {
      give(requireNonNull(contract.worker()), units, purpose);
    }

    private void toTreasury(long units, Purpose purpose) {
      give(Address.TREASURY, units, purpose);
    }

    private void give(String party, long units, Purpose purpose) {
      shares.add(new Share(party, units, purpose));
    }
  }
}
