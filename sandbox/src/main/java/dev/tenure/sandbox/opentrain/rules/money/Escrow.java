package dev.tenure.sandbox.opentrain.rules.money;

import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.money.Invoice;
import dev.tenure.sandbox.opentrain.model.money.PaySource;
import dev.tenure.sandbox.opentrain.rules.Audit;
import dev.tenure.sandbox.opentrain.rules.Links;
import dev.tenure.sandbox.opentrain.rules.MoneyAuthority;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The only place where money moves: into escrow, out to the trainer, or back to the employer; with
 * the bills for it. Assumed: a bill is made when a person confirms, and stays open (to be seen
 * among the pending payments) only when its charge failed.
 */
@Singleton
public class Escrow {
  private static final long INVOICES_FROM = 1_041;

  private final World world;
  private final Credits credits;
  private final Feed feed;
  private final Audit audit;
  private final Links links;

  Escrow(World world, Credits credits, Feed feed, Audit audit, Links links) {
    this.world = world;
    this.credits = credits;
    this.feed = feed;
    this.audit = audit;
    this.links = links;
  }

  /**
   * Charges amount and fees and puts the amount behind the milestone.
   *
   * @param wish the person's choice; null takes credits when they cover it, else the card
   * @return what the marketplace gives as evidence
   */
  public Map<String, Object> fund(
      Contract contract,
      Milestone milestone,
      long feeCents,
      @Nullable PaySource wish,
      MoneyAuthority by) {
    long amount = milestone.terms().amountCents();
    PaySource source = source(contract.accountId(), amount + feeCents, wish);
    String hold = null;
    if (source == PaySource.CREDITS) {
      hold = credits.hold(contract, milestone, amount + feeCents);
      credits.capture(contract, milestone, feeCents, hold, "Fees");
    }
    Invoice invoice = settled(contract, milestone);
    audit.effect("escrow_funded", amount, contract.id(), milestone.id(), by);
    audit.effect("fee_charged", feeCents, contract.id(), milestone.id(), by);
    keep(
        contract, milestone.funded(new Milestone.Funding(world.now(), source, invoice.id(), hold)));
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("invoiceId", invoice.id());
    if (source == PaySource.CARD) {
      evidence.put("paymentIntentId", world.newId("pi"));
    }
    return evidence;
  }

  /** Pays the trainer what is held. */
  public Map<String, Object> release(Contract contract, Milestone milestone, MoneyAuthority by) {
    long amount = milestone.terms().amountCents();
    Milestone.Funding funding = funding(milestone);
    if (funding.holdEntryId() != null) {
      credits.capture(contract, milestone, amount, funding.holdEntryId(), "Paid out");
    }
    audit.effect("escrow_released", amount, contract.id(), milestone.id(), by);
    keep(contract, milestone.moved(Milestone.Status.PAID));
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("invoiceId", funding.invoiceId());
    evidence.put("payoutTransactionId", world.newId("po"));
    return evidence;
  }

  /** Gives the employer back what is held; the fees stay paid (assumed). */
  public void refund(Contract contract, Milestone milestone, MoneyAuthority by) {
    long amount = milestone.terms().amountCents();
    Milestone.Funding funding = funding(milestone);
    if (funding.holdEntryId() != null) {
      credits.release(contract, milestone, amount, funding.holdEntryId());
    }
    audit.effect("escrow_refunded", amount, contract.id(), milestone.id(), by);
    keep(contract, milestone.moved(Milestone.Status.REFUNDED));
  }

  /** At request time it is enough that a card or the credits could pay. */
  public void requireMeans(Account account, long totalCents) {
    if (!account.card() && account.availableCents() < totalCents) {
      throw noMeans(Map.of("billingUrl", links.billing()));
    }
  }

  private PaySource source(String accountId, long total, @Nullable PaySource wish) {
    Account account = world.accounts.get(accountId);
    boolean covered = account.availableCents() >= total;
    PaySource source = wish;
    if (source == null) {
      source = covered ? PaySource.CREDITS : PaySource.CARD;
    }
    if (source == PaySource.CREDITS ? !covered : !account.card()) {
      throw noMeans(Map.of("source", source.word()));
    }
    if (source == PaySource.CARD && account.cardDeclines()) {
      throw new Refusal.CardDeclined();
    }
    return source;
  }

  private static Refusal noMeans(Map<String, Object> more) {
    return Refusal.conflict(
        "payment_method_required", "No card on file and the credits do not cover it.", more);
  }

  private Invoice settled(Contract contract, Milestone milestone) {
    Invoice known = openBill(milestone.id());
    Invoice settled = (known == null ? bill(contract, milestone) : known).settled();
    world.invoices.put(settled.id(), settled);
    return settled;
  }

  /** The charge for the milestone failed: somebody has to act on its bill. */
  public void leaveBill(Contract contract, Milestone milestone) {
    if (openBill(milestone.id()) == null) {
      Invoice invoice = bill(contract, milestone);
      world.invoices.put(invoice.id(), invoice);
      feed.paymentPending(invoice.id(), contract, milestone);
    }
  }

  /** Nobody will pay it any more. */
  public void dropBill(String milestoneId) {
    Invoice open = openBill(milestoneId);
    if (open != null) {
      world.invoices.put(open.id(), open.settled());
    }
  }

  private @Nullable Invoice openBill(String milestoneId) {
    String id = world.billOf(milestoneId);
    Invoice invoice = id == null ? null : world.invoices.find(id);
    return invoice != null && invoice.open() ? invoice : null;
  }

  private Invoice bill(Contract contract, Milestone milestone) {
    String id = world.newId("inv");
    world.rememberBill(milestone.id(), id);
    return new Invoice(
        id,
        INVOICES_FROM + world.next("invoice"),
        contract.accountId(),
        milestone.terms().amountCents(),
        true,
        world.now(),
        contract.jobId(),
        contract.id(),
        milestone.id());
  }

  private void keep(Contract contract, Milestone changed) {
    Contract current = world.contracts.get(contract.id());
    Contract after = current.replacing(changed, world.now());
    world.put(after);
    feed.milestoneChanged(contract, changed);
    feed.budgetChanged(current, after);
  }

  private static Milestone.Funding funding(Milestone milestone) {
    Milestone.Funding funding = milestone.funding();
    if (funding == null) {
      throw new IllegalStateException(milestone.id() + " is not funded");
    }
    return funding;
  }
}
