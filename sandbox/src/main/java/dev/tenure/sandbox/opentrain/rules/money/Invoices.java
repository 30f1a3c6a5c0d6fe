package dev.tenure.sandbox.opentrain.rules.money;

import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.money.Invoice;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Bills for fundings. Assumed: a bill is made when a person confirms, and stays open (to be seen
 * among the pending payments) only when its charge failed.
 */
@Singleton
public class Invoices {
  private static final long NUMBERS_FROM = 1_041;

  private final World world;
  private final Feed feed;

  Invoices(World world, Feed feed) {
    this.world = world;
    this.feed = feed;
  }

  Invoice settle(Contract contract, Milestone milestone) {
    Invoice known = openFor(milestone.id());
    Invoice settled = (known == null ? made(contract, milestone) : known).settled();
    world.invoices.put(settled.id(), settled);
    return settled;
  }

  /** The charge for the milestone failed: somebody has to act on its bill. */
  public void leaveOpen(Contract contract, Milestone milestone) {
    if (openFor(milestone.id()) == null) {
      Invoice invoice = made(contract, milestone);
      world.invoices.put(invoice.id(), invoice);
      feed.paymentPending(invoice, contract, milestone);
    }
  }

  /** Nobody will pay it any more. */
  public void drop(String milestoneId) {
    Invoice open = openFor(milestoneId);
    if (open != null) {
      world.invoices.put(open.id(), open.settled());
    }
  }

  private @Nullable Invoice openFor(String milestoneId) {
    String id = world.billOf(milestoneId);
    Invoice invoice = id == null ? null : world.invoices.find(id);
    return invoice != null && invoice.open() ? invoice : null;
  }

  private Invoice made(Contract contract, Milestone milestone) {
    String id = world.newId("inv");
    world.rememberBill(milestone.id(), id);
    return new Invoice(
        id,
        NUMBERS_FROM + world.next("invoice"),
        contract.accountId(),
        milestone.terms().amountCents(),
        true,
        world.now(),
        contract.jobId(),
        contract.id(),
        milestone.id());
  }
}
