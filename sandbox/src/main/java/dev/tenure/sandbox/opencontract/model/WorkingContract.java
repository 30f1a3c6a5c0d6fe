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
 * @param wallet the one that holds everything that was paid for this contract
 * @param worker who was named or has accepted
 * @param workerStake null until matched
 * @param disputeBond null unless disputed
 * @param disputedAt when the vote began
 * @param payoutDue from when on what the wallet holds is paid out; null while the contract runs
 * @param paidOut the wallet is empty again
 */
@Serdeable
public record WorkingContract(
    String id,
    ContractStatus status,
    Instant createdAt,
    String client,
    ContractTerms terms,
    String wallet,
    @Nullable String worker,
    @Nullable Long workerStake,
    @Nullable String delivery,
    @Nullable Instant deliveredAt,
    @Nullable Long disputeBond,
    @Nullable Instant disputedAt,
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
        client,
        terms,
        wallet,
        terms.worker(),
        null,
        null,
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

  public WorkingContract matched(String by, long stake) {
    return change(
        ContractStatus.MATCHED, by, stake, delivery, deliveredAt, disputeBond, disputedAt);
  }

  public WorkingContract delivered(String what, Instant at) {
    return change(
        ContractStatus.UNDER_REVIEW, worker, workerStake, what, at, disputeBond, disputedAt);
  }

  public WorkingContract disputed(long bond, Instant at) {
    return change(ContractStatus.DISPUTED, worker, workerStake, delivery, deliveredAt, bond, at);
  }

  public WorkingContract joined(BackupAgent agent) {
    List<BackupAgent> agents = new ArrayList<>(backupAgents);
    agents.add(agent);
    return copy(status, List.copyOf(agents), criteriaMet, payoutDue, paidOut);
  }

  public WorkingContract resolved(List<Criterion> results, Instant payout) {
    return copy(ContractStatus.RESOLVED, backupAgents, List.copyOf(results), payout, false);
  }

  public WorkingContract cancelled(ContractStatus how, Instant payout) {
    return copy(how, backupAgents, criteriaMet, payout, false);
  }

  public WorkingContract paidOut(ContractStatus how) {
    return copy(how, backupAgents, criteriaMet, payoutDue, true);
  }

  private WorkingContract change(
      ContractStatus next,
      @Nullable String by,
      @Nullable Long stake,
      @Nullable String delivered,
      @Nullable Instant deliveredWhen,
      @Nullable Long bond,
      @Nullable Instant disputedWhen) {
    return new WorkingContract(
        id,
        next,
        createdAt,
        client,
        terms,
        wallet,
        by,
        stake,
        delivered,
        deliveredWhen,
        bond,
        disputedWhen,
        backupAgents,
        criteriaMet,
        payoutDue,
        paidOut);
  }

  private WorkingContract copy(
      ContractStatus next,
      List<BackupAgent> agents,
      @Nullable List<Criterion> results,
      @Nullable Instant payout,
      boolean empty) {
    return new WorkingContract(
        id,
        next,
        createdAt,
        client,
        terms,
        wallet,
        worker,
        workerStake,
        delivery,
        deliveredAt,
        disputeBond,
        disputedAt,
        agents,
        results,
        payout,
        empty);
  }
}
