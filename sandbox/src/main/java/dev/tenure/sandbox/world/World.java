package dev.tenure.sandbox.world;

import dev.tenure.sandbox.store.Shelf;
import dev.tenure.sandbox.store.Store;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    accounts = store.shelf("accounts", Account.class);
    tokens = store.shelf("tokens", AccessToken.class);
    registrations = store.shelf("registrations", Registration.class);
    jobs = store.shelf("jobs", Job.class);
    proposals = store.shelf("proposals", Proposal.class);
    contracts = store.shelf("contracts", Contract.class);
    approvals = store.shelf("approvals", Approval.class);
    open = store.shelf("open", String.class);
    invoices = store.shelf("invoices", Invoice.class);
    ledger = store.shelf("ledger", LedgerEntry.class);
    feed = store.shelf("feed", FeedEvent.class);
    topUps = store.shelf("topUps", TopUp.class);
    conversations = store.shelf("conversations", Conversation.class);
    threads = store.shelf("threads", String.class);
    messages = store.shelf("messages", Message.class);
    invites = store.shelf("invites", TeamInvite.class);
    webhooks = store.shelf("webhooks", Webhook.class);
    deliveries = store.shelf("deliveries", Delivery.class);
    writes = store.shelf("writes", AuditWrite.class);
    effects = store.shelf("effects", MoneyEffect.class);
    contractOfMilestone = store.shelf("milestones", String.class);
    billOfMilestone = store.shelf("bills", String.class);
    settings = store.shelf("settings", Settings.class);
    people = store.shelf("people", PeoplePolicy.class);
    asks = store.shelf("asks", Integer.class);
    timeline = store.shelf("timeline", Timeline.class);
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
    clock.follow(changed);
  }

  /** A fresh id such as {@code ctr_7}; never given twice, not even after a reset. */
  public String newId(String prefix) {
    return prefix + "_" + store.next(prefix);
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

  public @Nullable String billOf(String milestoneId) {
    return billOfMilestone.find(milestoneId);
  }

  public void rememberBill(String milestoneId, String invoiceId) {
    billOfMilestone.put(milestoneId, invoiceId);
  }

  /** Forgets everything but the sequences, and builds a new world, or leaves all as it was. */
  public <T> T rebuild(Supplier<T> build) {
    Timeline before = clock.timeline();
    try {
      return transact(
          () -> {
            clear();
            return build.get();
          });
    } catch (RuntimeException e) {
      clock.follow(before);
      throw e;
    }
  }

  private void clear() {
    Stream.of(
            accounts,
            tokens,
            registrations,
            jobs,
            proposals,
            contracts,
            approvals,
            open,
            invoices,
            ledger,
            feed,
            topUps,
            conversations,
            threads,
            messages,
            invites,
            webhooks,
            deliveries,
            writes,
            effects,
            contractOfMilestone,
            billOfMilestone,
            settings,
            people,
            timeline,
            asks)
        .forEach(Shelf::clear);
    clock.follow(Timeline.PLAIN);
  }
}
