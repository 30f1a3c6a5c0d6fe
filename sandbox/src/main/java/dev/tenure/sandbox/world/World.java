package dev.tenure.sandbox.world;

import dev.tenure.sandbox.store.Shelf;
import dev.tenure.sandbox.store.Store;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that the marketplace knows. Reads and changes happen inside {@link #transact}. */
@Singleton
public class World {
  private static final String THE_ONE = "world";

  public final Shelf<Account> accounts;

  /** By secret. */
  public final Shelf<AccessToken> tokens;

  /** By claim token. */
  public final Shelf<Registration> registrations;

  public final Shelf<Job> jobs;
  public final Shelf<Proposal> proposals;
  public final Shelf<Contract> contracts;
  public final Shelf<Approval> approvals;

  /** The pending approvals: from type and subject to the approval's id. */
  public final Shelf<String> open;

  public final Shelf<Invoice> invoices;
  public final Shelf<LedgerEntry> ledger;
  public final Shelf<FeedEvent> feed;

  /** From an account to its newest event. */
  public final Shelf<Long> newestEvent;

  public final Shelf<TopUp> topUps;
  public final Shelf<Conversation> conversations;

  /** From a proposal to its thread before the hire. */
  public final Shelf<String> threads;

  public final Shelf<Message> messages;
  public final Shelf<TeamInvite> invites;
  public final Shelf<Webhook> webhooks;
  public final Shelf<Delivery> deliveries;
  public final Shelf<AuditWrite> writes;
  public final Shelf<MoneyEffect> effects;

  private final Store store;
  private final List<Shelf<?>> shelves = new ArrayList<>();
  private final MarketClock clock;
  private final Shelf<String> contractOfMilestone;
  private final Shelf<String> billOfMilestone;
  private final Shelf<Settings> settings;
  private final Shelf<PeoplePolicy> people;
  private final Shelf<Timeline> timeline;
  private final Shelf<Integer> asks;

  World(Store store, MarketClock clock) {
    this.store = store;
    this.clock = clock;
    accounts = shelf("accounts", Account.class);
    tokens = shelf("tokens", AccessToken.class);
    registrations = shelf("registrations", Registration.class);
    jobs = shelf("jobs", Job.class);
    proposals = shelf("proposals", Proposal.class);
    contracts = shelf("contracts", Contract.class);
    approvals = shelf("approvals", Approval.class);
    open = shelf("open", String.class);
    invoices = shelf("invoices", Invoice.class);
    ledger = shelf("ledger", LedgerEntry.class);
    feed = shelf("feed", FeedEvent.class);
    newestEvent = shelf("newestEvent", Long.class);
    topUps = shelf("topUps", TopUp.class);
    conversations = shelf("conversations", Conversation.class);
    threads = shelf("threads", String.class);
    messages = shelf("messages", Message.class);
    invites = shelf("invites", TeamInvite.class);
    webhooks = shelf("webhooks", Webhook.class);
    deliveries = shelf("deliveries", Delivery.class);
    writes = shelf("writes", AuditWrite.class);
    effects = shelf("effects", MoneyEffect.class);
    contractOfMilestone = shelf("milestones", String.class);
    billOfMilestone = shelf("bills", String.class);
    settings = shelf("settings", Settings.class);
    people = shelf("people", PeoplePolicy.class);
    asks = shelf("asks", Integer.class);
    timeline = shelf("timeline", Timeline.class);
    Timeline known = timeline.find(THE_ONE);
    clock.follow(known == null ? Timeline.PLAIN : known);
  }

  public <T extends @Nullable Object> T transact(Supplier<T> work) {
    return store.transact(work);
  }

  /** The marketplace's time, in whole milliseconds. */
  public Instant now() {
    return clock.now();
  }

  public MarketClock clock() {
    return clock;
  }

  public void set(Timeline changed) {
    timeline.put(THE_ONE, changed);
    follow(changed);
  }

  private void follow(Timeline changed) {
    Timeline before = clock.timeline();
    clock.follow(changed);
    store.ifTakenBack(() -> clock.follow(before));
  }

  /** A fresh id such as {@code ctr_7}; never given twice, not even after a reset. */
  public String newId(String prefix) {
    String id = prefix + "_" + store.next(prefix);
    while (taken(id)) {
      id = prefix + "_" + store.next(prefix);
    }
    return id;
  }

  /** A scenario may have named something so. */
  private boolean taken(String id) {
    return shelves.stream().anyMatch(shelf -> shelf.holds(id));
  }

  public long next(String sequence) {
    return store.next(sequence);
  }

  public Settings settings() {
    Settings found = settings.find(THE_ONE);
    return found == null ? Settings.DEFAULT : found;
  }

  public void set(Settings changed) {
    settings.put(THE_ONE, changed);
  }

  public PeoplePolicy people() {
    PeoplePolicy found = people.find(THE_ONE);
    return found == null ? PeoplePolicy.ABSENT : found;
  }

  public void set(PeoplePolicy changed) {
    people.put(THE_ONE, changed);
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
        .oldestFirst()
        .filter(token -> token.owner() && token.revokedAt() == null)
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
  public <T> T rebuild(Supplier<T> build) {
    return transact(
        () -> {
          clear();
          return build.get();
        });
  }

  private void clear() {
    shelves.forEach(Shelf::clear);
    follow(Timeline.PLAIN);
  }

  private <T> Shelf<T> shelf(String name, Class<T> type) {
    Shelf<T> made = store.shelf(name, type);
    shelves.add(made);
    return made;
  }
}
