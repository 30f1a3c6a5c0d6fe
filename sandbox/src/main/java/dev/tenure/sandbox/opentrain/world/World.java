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
  public final DocumentCollection<Account> accounts;

  /** By secret. */
  public final DocumentCollection<AccessToken> tokens;

  /** By claim token. */
  public final DocumentCollection<Registration> registrations;

  public final DocumentCollection<Job> jobs;
  public final DocumentCollection<Proposal> proposals;
  public final DocumentCollection<Contract> contracts;
  public final DocumentCollection<Approval> approvals;

  /** The pending approvals: from type and subject to the approval's id. */
  public final DocumentCollection<String> open;

  public final DocumentCollection<Invoice> invoices;
  public final DocumentCollection<LedgerEntry> ledger;
  public final DocumentCollection<FeedEvent> feed;

  /** From an account to its newest event. */
  public final DocumentCollection<Long> newestEvent;

  public final DocumentCollection<TopUp> topUps;
  public final DocumentCollection<Conversation> conversations;

  /** From a proposal to its thread before the hire. */
  public final DocumentCollection<String> threads;

  public final DocumentCollection<Message> messages;
  public final DocumentCollection<TeamInvite> invites;
  public final DocumentCollection<Webhook> webhooks;
  public final DocumentCollection<Delivery> deliveries;
  public final DocumentCollection<AuditWrite> writes;
  public final DocumentCollection<MoneyEffect> effects;

  private final DocumentCollection<String> contractOfMilestone;
  private final DocumentCollection<String> billOfMilestone;
  private final DocumentCollection<Settings> settings;
  private final DocumentCollection<PeoplePolicy> people;
  private final DocumentCollection<Timeline> timeline;
  private final DocumentCollection<Integer> asks;

  World(Store store, MarketClock clock) {
    super(store, clock, "world", "");
    accounts = collection("accounts", Account.class);
    tokens = collection("tokens", AccessToken.class);
    registrations = collection("registrations", Registration.class);
    jobs = collection("jobs", Job.class);
    proposals = collection("proposals", Proposal.class);
    contracts = collection("contracts", Contract.class);
    approvals = collection("approvals", Approval.class);
    open = collection("open", String.class);
    invoices = collection("invoices", Invoice.class);
    ledger = collection("ledger", LedgerEntry.class);
    feed = collection("feed", FeedEvent.class);
    newestEvent = collection("newestEvent", Long.class);
    topUps = collection("topUps", TopUp.class);
    conversations = collection("conversations", Conversation.class);
    threads = collection("threads", String.class);
    messages = collection("messages", Message.class);
    invites = collection("invites", TeamInvite.class);
    webhooks = collection("webhooks", Webhook.class);
    deliveries = collection("deliveries", Delivery.class);
    writes = collection("writes", AuditWrite.class);
    effects = collection("effects", MoneyEffect.class);
    contractOfMilestone = collection("milestones", String.class);
    billOfMilestone = collection("bills", String.class);
    settings = collection("settings", Settings.class);
    people = collection("people", PeoplePolicy.class);
    asks = collection("asks", Integer.class);
    timeline = collection("timeline", Timeline.class);
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
