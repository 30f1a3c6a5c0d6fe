package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract: one task, one Worker, one price, one delivery. Amounts are units of a
 * millionth of a USDC, and historical: a slash does not change them.
 *
 * @param since when it took its status
 * @param wallet the one that holds everything that was paid for this contract
 * @param worker who was named or has accepted
 * @param workerStake null until matched
 * @param disputeBond null unless disputed
 * @param payoutDue from when on what the wallet holds is paid out; null while the contract runs
 * @param paidOut the wallet is empty again
 */
@Serdeable
public record WorkingContract(
    String id,
    ContractStatus status,
    Instant createdAt,
    Instant since,
    String client,
    ContractTerms terms,
    String wallet,
    @Nullable String worker,
    @Nullable Long workerStake,
    @Nullable String delivery,
    @Nullable Long disputeBond,
    List<BackupAgent> backupAgents,
    @Nullable List<Criterion> criteriaMet,
    @Nullable Instant payoutDue,
    boolean paidOut) {

  public static WorkingContract created(
      String id, Instant at, String client, ContractTerms terms, String wallet) {
    return new WorkingContract(
        id,
        ContractStatus.CREATED,
        at,
        at,
        client,
        terms,
        wallet,
        terms.worker(),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        false);
  }

  public boolean is(ContractStatus wanted) {
    return status == wanted;
  }

  public boolean isClient(String address) {
    return Address.same(client, address);
  }

  public boolean isWorker(String address) {
    return Address.same(worker, address);
  }

  public int criteria() {
    return terms.acceptanceCriteria().size();
  }

  /** The stake, which is nothing before the match. */
  public long stake() {
    return workerStake == null ? 0 : workerStake;
  }

  /** The bond, which is nothing without a dispute. */
  public long bond() {
    return disputeBond == null ? 0 : disputeBond;
  }

  public WorkingContract matched(String by, long stake, Instant at) {
    return moved(ContractStatus.MATCHED, at, by, stake, delivery, disputeBond);
  }

  public WorkingContract delivered(String what, Instant at) {
    return moved(ContractStatus.UNDER_REVIEW, at, worker, workerStake, what, disputeBond);
  }

  public WorkingContract disputed(long bond, Instant at) {
    return moved(ContractStatus.DISPUTED, at, worker, workerStake, delivery, bond);
  }

  public WorkingContract joined(BackupAgent agent) {
    List<BackupAgent> agents = new ArrayList<>(backupAgents);
    agents.add(agent);
    return ended(status, since, List.copyOf(agents), criteriaMet, payoutDue, paidOut);
  }

  public WorkingContract resolved(List<Criterion> results, Instant at, Instant payout) {
    return ended(ContractStatus.RESOLVED, at, backupAgents, List.copyOf(results), payout, false);
  }

  public WorkingContract cancelled(ContractStatus how, Instant at, Instant payout) {
    return ended(how, at, backupAgents, criteriaMet, payout, false);
  }

  /** The wallet is empty; a contract that was cancelled before keeps its status. */
  public WorkingContract paidOut(ContractStatus how, Instant at) {
    return ended(how, how == status ? since : at, backupAgents, criteriaMet, payoutDue, true);
  }

  private WorkingContract moved(
      ContractStatus next,
      Instant at,
      @Nullable String by,
      @Nullable Long stake,
      @Nullable String delivered,
      @Nullable Long bond) {
    return new WorkingContract(
        id,
        next,
        createdAt,
        at,
        client,
        terms,
        wallet,
        by,
        stake,
        delivered,
        bond,
        backupAgents,
        criteriaMet,
        payoutDue,
        paidOut);
  }

  private WorkingContract ended(
      ContractStatus next,
      Instant at,
      List<BackupAgent> agents,
      @Nullable List<Criterion> results,
      @Nullable Instant payout,
      boolean empty) {
    return new WorkingContract(
        id,
        next,
        createdAt,
        at,
        client,
        terms,
        wallet,
        worker,
        workerStake,
        delivery,
        disputeBond,
        agents,
        results,
        payout,
        empty);
  }
}
