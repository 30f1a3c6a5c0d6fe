package dev.tenure.sandbox.opencontract.world;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ApiKey;
import dev.tenure.sandbox.opencontract.model.Challenge;
import dev.tenure.sandbox.opencontract.model.Checkpoint;
import dev.tenure.sandbox.opencontract.model.Complaint;
import dev.tenure.sandbox.opencontract.model.CreationAttempt;
import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.PendingPayment;
import dev.tenure.sandbox.opencontract.model.Profile;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WalletEntry;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.store.DocumentCollection;
import dev.tenure.sandbox.store.Documents;
import dev.tenure.sandbox.store.Store;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything that OpenContract knows. */
@Singleton
public class OpenContractWorld extends Documents {
  private static final String NAME = "opencontract";

  public final DocumentCollection<WorkingContract> contracts =
      collection("contracts", WorkingContract.class);

  /** The ids of those whose wallets are not empty for good. */
  public final DocumentCollection<String> running = collection("running", String.class);

  /** By contract, Backup Agent and criterion. */
  public final DocumentCollection<Vote> votes = collection("votes", Vote.class);

  public final DocumentCollection<ApiKey> keys = collection("keys", ApiKey.class);

  /** From the hash of a key to its id. */
  public final DocumentCollection<String> keyOfHash = collection("keyOfHash", String.class);

  public final DocumentCollection<Challenge> challenges = collection("challenges", Challenge.class);

  /** By digest. */
  public final DocumentCollection<CreationAttempt> attempts =
      collection("attempts", CreationAttempt.class);

  /** By call and payer. */
  public final DocumentCollection<PaymentQuote> quotes = collection("quotes", PaymentQuote.class);

  public final DocumentCollection<WalletEntry> entries = collection("entries", WalletEntry.class);

  /** From payer and nonce to the transaction that used it up. */
  public final DocumentCollection<String> nonces = collection("nonces", String.class);

  /** Those that settle. */
  public final DocumentCollection<PendingPayment> pendingPayments =
      collection("pendingPayments", PendingPayment.class);

  /** From a Client to how many of its signed payments failed to settle. */
  public final DocumentCollection<Integer> unfunded = collection("unfunded", Integer.class);

  public final DocumentCollection<Checkpoint> checkpoints =
      collection("checkpoints", Checkpoint.class);

  public final DocumentCollection<Complaint> complaints = collection("complaints", Complaint.class);

  /** By address. */
  public final DocumentCollection<Profile> profiles = collection("profiles", Profile.class);

  private final DocumentCollection<Long> balances = collection("balances", Long.class);
  private final DocumentCollection<Long> tokens = collection("tokens", Long.class);
  private final DocumentCollection<OpenContractSettings> settings =
      collection("settings", OpenContractSettings.class);
  private final DocumentCollection<AgentPolicy> policy = collection("policy", AgentPolicy.class);

  OpenContractWorld(Store store, MarketClock clock) {
    super(store, clock, NAME, NAME + ".");
  }

  /** Does something with every contract whose wallet is not empty for good, the oldest first. */
  public void eachRunning(Consumer<WorkingContract> action) {
    run(() -> running.oldestFirst().map(contracts::get).forEach(action));
  }

  public OpenContractSettings settings() {
    return single(settings, OpenContractSettings.DEFAULT);
  }

  public void set(OpenContractSettings changed) {
    putSingle(settings, changed);
  }

  public AgentPolicy policy() {
    return single(policy, AgentPolicy.ABSENT);
  }

  public void set(AgentPolicy changed) {
    putSingle(policy, changed);
  }

  /** Stores the contract, and whether anything can still happen to it. */
  public void put(WorkingContract contract) {
    contracts.put(contract.id(), contract);
    if (contract.paidOut()) {
      running.remove(contract.id());
    } else if (!running.holds(contract.id())) {
      running.put(contract.id(), contract.id());
    }
  }

  /** The payments that settle for calls on the contract, the oldest first. */
  public Stream<PendingPayment> settlingOn(WorkingContract contract) {
    return pendingPayments.oldestFirst().filter(payment -> payment.isOn(contract));
  }

  /** The votes on a contract, in the order in which they were cast. */
  public Stream<Vote> votesOn(WorkingContract contract) {
    return contract.backupAgents().stream()
        .flatMap(
            agent ->
                Stream.iterate(0, index -> index < contract.criteria(), index -> index + 1)
                    .map(
                        index ->
                            votes.get(
                                contract.id() + "/" + Address.key(agent.address()) + "/" + index)));
  }

  /** What the wallet of an agent holds, in units. */
  public long balance(String address) {
    Long known = balances.find(Address.key(address));
    return known != null ? known : opening(address);
  }

  /** The Treasury begins with nothing. */
  private long opening(String address) {
    return Address.same(address, Address.TREASURY) ? 0 : settings().balanceUnits();
  }

  public void setBalance(String address, long units) {
    balances.put(Address.key(address), units);
  }

  /** The tokens that an agent holds staked. */
  public long stakedTokens(String address) {
    Long known = tokens.find(Address.key(address));
    return known == null ? 0 : known;
  }

  public void setStakedTokens(String address, long staked) {
    tokens.put(Address.key(address), staked);
  }

  /** Forgets everything but the sequences. */
  public void reset() {
    run(() -> clear());
  }
}
