package dev.tenure.sandbox.opentrain.world;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.clock.Timeline;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.Registration;
import dev.tenure.sandbox.opentrain.model.account.TeamInvite;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.event.AuditWrite;
import dev.tenure.sandbox.opentrain.model.event.Delivery;
import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.model.event.Webhook;
import dev.tenure.sandbox.opentrain.model.job.Conversation;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.Message;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.money.Invoice;
import dev.tenure.sandbox.opentrain.model.money.LedgerEntry;
import dev.tenure.sandbox.opentrain.model.money.MoneyEffect;
import dev.tenure.sandbox.opentrain.model.money.TopUp;
import dev.tenure.sandbox.store.DocumentCollection;
import dev.tenure.sandbox.store.Documents;
import dev.tenure.sandbox.store.Store;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that OpenTrain knows. */
@Singleton
public class World extends Documents {
  public final DocumentCollection<Account> accounts = collection("accounts", Account.class);

  /** By secret. */
  public final DocumentCollection<AccessToken> tokens = collection("tokens", AccessToken.class);

  /** By claim token. */
  public final DocumentCollection<Registration> registrations =
      collection("registrations", Registration.class);

  public final DocumentCollection<Job> jobs = collection("jobs", Job.class);
  public final DocumentCollection<Proposal> proposals = collection("proposals", Proposal.class);
  public final DocumentCollection<Contract> contracts = collection("contracts", Contract.class);
  public final DocumentCollection<Approval> approvals = collection("approvals", Approval.class);

  /** The pending approvals: from type and subject to the approval's id. */
  public final DocumentCollection<String> open = collection("open", String.class);

  public final DocumentCollection<Invoice> invoices = collection("invoices", Invoice.class);
  public final DocumentCollection<LedgerEntry> ledger = collection("ledger", LedgerEntry.class);
  public final DocumentCollection<FeedEvent> feed = collection("feed", FeedEvent.class);

  /** From an account to its newest event. */
  public final DocumentCollection<Long> newestEvent = collection("newestEvent", Long.class);

  public final DocumentCollection<TopUp> topUps = collection("topUps", TopUp.class);
  public final DocumentCollection<Conversation> conversations =
      collection("conversations", Conversation.class);

  /** From a proposal to its thread before the hire. */
  public final DocumentCollection<String> threads = collection("threads", String.class);

  public final DocumentCollection<Message> messages = collection("messages", Message.class);
  public final DocumentCollection<TeamInvite> invites = collection("invites", TeamInvite.class);
  public final DocumentCollection<Webhook> webhooks = collection("webhooks", Webhook.class);
  public final DocumentCollection<Delivery> deliveries = collection("deliveries", Delivery.class);
  public final DocumentCollection<AuditWrite> writes = collection("writes", AuditWrite.class);
  public final DocumentCollection<MoneyEffect> effects = collection("effects", MoneyEffect.class);

  private final DocumentCollection<String> contractOfMilestone =
      collection("milestones", String.class);
  private final DocumentCollection<String> billOfMilestone = collection("bills", String.class);
  private final DocumentCollection<Settings> settings = collection("settings", Settings.class);
  private final DocumentCollection<PeoplePolicy> people = collection("people", PeoplePolicy.class);
  private final DocumentCollection<Timeline> timeline = collection("timeline", Timeline.class);
  private final DocumentCollection<Integer> asks = collection("asks", Integer.class);

  World(Store store, MarketClock clock) {
    super(store, clock, "world", "");
    clock.follow(single(timeline, Timeline.PLAIN));
  }

  public void set(Timeline changed) {
    putSingle(timeline, changed);
    follow(changed);
  }

  private void follow(Timeline changed) {
    Timeline before = clock().timeline();
    clock().follow(changed);
    store().ifTakenBack(() -> clock().follow(before));
  }

  public Settings settings() {
    return single(settings, Settings.DEFAULT);
  }

  public void set(Settings changed) {
    putSingle(settings, changed);
  }

  public PeoplePolicy people() {
    return single(people, PeoplePolicy.ABSENT);
  }

  public void set(PeoplePolicy changed) {
    putSingle(people, changed);
  }

  /** The number of somebody new; unlike ids it begins anew with the world. */
  public int nextPerson() {
    return 1_001 + countAsk("somebody new");
  }

  /** How often it was asked for before; counts this one. */
  public int countAsk(String what) {
    Integer before = asks.find(what);
    asks.put(what, before == null ? 1 : before + 1);
    return before == null ? 0 : before;
  }

  /** Stores the contract and remembers whose its milestones are. */
  public void put(Contract contract) {
    contracts.put(contract.id(), contract);
    contract.milestones().stream()
        .filter(milestone -> !contractOfMilestone.holds(milestone.id()))
        .forEach(milestone -> contractOfMilestone.put(milestone.id(), contract.id()));
  }

  public @Nullable Contract contractOf(String milestoneId) {
    String contractId = contractOfMilestone.find(milestoneId);
    return contractId == null ? null : contracts.find(contractId);
  }

  /** The first of the owner's tokens that was not revoked. */
  public Optional<AccessToken> ownersToken(String accountId) {
    return tokens
        .oldestFirst(token -> token.owner() && token.revokedAt() == null)
        .filter(token -> token.accountId().equals(accountId))
        .findFirst();
  }

  public @Nullable String billOf(String milestoneId) {
    return billOfMilestone.find(milestoneId);
  }

  public void rememberBill(String milestoneId, String invoiceId) {
    billOfMilestone.put(milestoneId, invoiceId);
  }

  /** Forgets everything but the sequences, and builds a new world, or leaves all as it was. */
  public void rebuild(Runnable build) {
    run(
        () -> {
          clear();
          build.run();
        });
  }

  @Override
  protected void clear() {
    super.clear();
    follow(Timeline.PLAIN);
  }
}
