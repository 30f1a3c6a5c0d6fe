package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.BackupAgent;
import dev.tenure.sandbox.opencontract.model.BondOutcome;
import dev.tenure.sandbox.opencontract.model.Complaint;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WalletEntry;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has done in contracts that have come to their end.
 *
 * @param asWorker contracts in which it was matched
 * @param asClient contracts that it created
 * @param asBackup contracts on which it voted
 * @param votes its own, counted
 * @param complaints by it or against it, on whatever contract
 * @param entries what it paid and was paid in those of all of these that are paid out
 */
public record Resume(
    String address,
    List<WorkingContract> asWorker,
    List<WorkingContract> asClient,
    List<WorkingContract> asBackup,
    List<Vote> votes,
    List<WalletEntry> entries,
    int unfunded,
    List<Complaint> complaints,
    Instant since) {

  /** Of an agent; null until a contract or a vote of its own has come to its end. */
  public static @Nullable Resume of(OpenContractWorld world, String address) {
    List<WorkingContract> ended =
        world
            .contracts
            .oldestFirst(contract -> contract.status().terminal())
            .filter(contract -> takesPart(contract, address))
            .toList();
    if (ended.isEmpty()) {
      return null;
    }
    Set<String> wallets =
        ended.stream()
            .filter(WorkingContract::paidOut)
            .map(WorkingContract::wallet)
            .collect(Collectors.toSet());
    Integer unfunded = world.unfunded.find(Address.key(address));
    return new Resume(
        Address.key(address),
        ended.stream()
            .filter(contract -> contract.isWorker(address) && contract.workerStake() != null)
            .toList(),
        ended.stream().filter(contract -> contract.isClient(address)).toList(),
        ended.stream().filter(contract -> slice(contract, address) != null).toList(),
        ended.stream()
            .flatMap(world::votesOn)
            .filter(vote -> Address.same(vote.backupAgent(), address))
            .toList(),
        world
            .entries
            .oldestFirst(entry -> Address.same(entry.party(), address))
            .filter(entry -> wallets.contains(entry.wallet()))
            .toList(),
        unfunded == null ? 0 : unfunded,
        world
            .complaints
            .oldestFirst(
                one -> Address.same(one.filedBy(), address) || Address.same(one.against(), address))
            .toList(),
        ended.getFirst().createdAt());
  }

  /** Of the work that was judged or never came, the part that was found good. */
  public double approvalRate() {
    long good =
        count(asWorker, ContractStatus.SETTLED_FULLY_MET)
            + count(asWorker, ContractStatus.SETTLED_PARTIALLY_MET);
    long all =
        asWorker.stream().filter(contract -> contract.status().settled()).count()
            + count(asWorker, ContractStatus.CANCELLED_ABSENT);
    return ratio(good, all, 0);
  }

  /** Contracts in dispute, on either side (assumed). */
  public List<WorkingContract> disputes() {
    return Stream.concat(asWorker.stream(), asClient.stream())
        .filter(contract -> contract.disputeBond() != null)
        .toList();
  }

  public double paymentReliability() {
    long settled = asClient.stream().filter(contract -> contract.status().settled()).count();
    return ratio(settled, settled + unfunded, 1);
  }

  public double disputeFairness() {
    List<WorkingContract> own = ownDisputes();
    return ratio(count(own, ContractStatus.SETTLED_NONE_MET), own.size(), 0);
  }

  public double criteriaClarity() {
    List<Criterion> judged =
        ownDisputes().stream()
            .map(WorkingContract::criteriaMet)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .toList();
    long unclear = judged.stream().filter(one -> one == Criterion.UNCLEAR).count();
    return 1 - ratio(unclear, judged.size(), 0);
  }

  public long complaintsAgainst() {
    return complaints.stream().filter(one -> Address.same(one.against(), address)).count();
  }

  public long complaintsBy() {
    return complaints.stream().filter(one -> Address.same(one.filedBy(), address)).count();
  }

  public long correctVotes() {
    return votes.stream().filter(vote -> vote.vote() == vote.majorityOutcome()).count();
  }

  public double accuracy() {
    return ratio(correctVotes(), votes.size(), 0);
  }

  public long completed() {
    return asWorker.stream().filter(contract -> contract.status().settled()).count();
  }

  /** How many contracts ended so. */
  public static long count(List<WorkingContract> contracts, ContractStatus status) {
    return contracts.stream().filter(contract -> contract.is(status)).count();
  }

  public long paidIn(Purpose purpose) {
    return sum(entry -> entry.incoming() && entry.purpose() == purpose);
  }

  public long paidOut(Purpose purpose) {
    return sum(entry -> !entry.incoming() && entry.purpose() == purpose);
  }

  /** What it got back of the stakes that it posted itself; a Client's share of one is another's. */
  public long stakeReturned() {
    Set<String> worked = asWorker.stream().map(WorkingContract::wallet).collect(Collectors.toSet());
    return sum(
        entry ->
            !entry.incoming()
                && entry.purpose() == Purpose.STAKE
                && worked.contains(entry.wallet()));
  }

  /** What stood for the votes that were plainly wrong. */
  public long backupBondSlashed() {
    return asBackup.stream().filter(WorkingContract::paidOut).mapToLong(this::slashed).sum();
  }

  private long slashed(WorkingContract contract) {
    Long slice = slice(contract, address);
    return (slice == null ? 0 : slice)
        * votes.stream()
            .filter(vote -> vote.contractId().equals(contract.id()))
            .filter(vote -> vote.bondOutcome() == BondOutcome.SLASHED)
            .count();
  }

  private static @Nullable Long slice(WorkingContract contract, String address) {
    return contract.backupAgents().stream()
        .filter(one -> Address.same(one.address(), address))
        .map(BackupAgent::slice)
        .findFirst()
        .orElse(null);
  }

  private long sum(Predicate<WalletEntry> wanted) {
    return entries.stream().filter(wanted).mapToLong(WalletEntry::units).sum();
  }

  private List<WorkingContract> ownDisputes() {
    return asClient.stream().filter(contract -> contract.disputeBond() != null).toList();
  }

  private static boolean takesPart(WorkingContract contract, String address) {
    return contract.isClient(address)
        || (contract.isWorker(address) && contract.workerStake() != null)
        || slice(contract, address) != null;
  }

  private static double ratio(long part, long whole, double ofNothing) {
    return whole == 0 ? ofNothing : (double) part / whole;
  }
}
