package dev.tenure.sandbox.opentrain.rules.money;

import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.money.EntryType;
import dev.tenure.sandbox.opentrain.model.money.LedgerEntry;
import dev.tenure.sandbox.opentrain.model.money.TopUp;
import dev.tenure.sandbox.opentrain.model.money.TopUp.Status;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credits account. A HOLD takes from available into reserved; a CAPTURE, negative as well,
 * takes from reserved only; a HOLD_RELEASE gives back from reserved into available. People add to
 * it by top-ups.
 */
@Singleton
public class Credits {
  private static final Duration TOP_UP_LIFE = Duration.ofDays(1);

  private final World world;

  Credits(World world) {
    this.world = world;
  }

  public void topUp(String accountId, long cents, String topUpId) {
    move(accountId, cents, 0);
    book(accountId, EntryType.TOP_UP, cents, null, null, null, topUpId, null);
  }

  /** A correction by hand, which brings the available credits to the amount. */
  public void adjustTo(String accountId, long availableCents) {
    long change = availableCents - world.accounts.get(accountId).availableCents();
    if (change != 0) {
      move(accountId, change, 0);
      book(accountId, EntryType.ADJUSTMENT, change, null, null, null, null, "Set in the sandbox");
    }
  }

  String hold(Contract contract, Milestone milestone, long cents) {
    move(contract.accountId(), -cents, cents);
    return book(contract, milestone, EntryType.HOLD, -cents, null, "Escrow and fees");
  }

  void capture(Contract contract, Milestone milestone, long cents, String hold, String note) {
    move(contract.accountId(), 0, -cents);
    book(contract, milestone, EntryType.CAPTURE, -cents, hold, note);
  }

  void release(Contract contract, Milestone milestone, long cents, String hold) {
    move(contract.accountId(), cents, -cents);
    book(contract, milestone, EntryType.HOLD_RELEASE, cents, hold, "Escrow returned");
  }

  /** Credits that a person is to pay for on a checkout page; each request is a new one. */
  public TopUp askForTopUp(Caller caller, long cents) {
    TopUp made =
        new TopUp(
            world.newId("top"),
            caller.account().id(),
            cents,
            Status.PENDING,
            world.now(),
            null,
            world.now().plus(TOP_UP_LIFE));
    world.topUps.put(made.id(), made);
    return made;
  }

  public TopUp seeTopUp(Caller caller, String id) {
    TopUp found =
        Refusal.found(
            caller.own(world.topUps.find(id), TopUp::accountId), "credit-top-ups", "topUpId", id);
    return look(found);
  }

  /** The person has paid. */
  public TopUp completeTopUp(String id) {
    TopUp found = Refusal.found(world.topUps.find(id), "credit-top-ups", "topUpId", id);
    TopUp current = look(found);
    if (current.status() != Status.PENDING) {
      throw Refusal.conflict(
          "top_up_final", "This top-up is already " + current.status().name() + ".");
    }
    TopUp paid = current.moved(Status.COMPLETED, world.now());
    world.topUps.put(id, paid);
    topUp(paid.accountId(), paid.amountCents(), id);
    return paid;
  }

  /** Looks at one on behalf of nobody in particular, which expires it like any other look. */
  public Optional<TopUp> lookAtTopUp(String id) {
    return Optional.ofNullable(world.topUps.find(id)).map(this::look);
  }

  private TopUp look(TopUp topUp) {
    if (!topUp.overdue(world.now())) {
      return topUp;
    }
    TopUp expired = topUp.moved(Status.EXPIRED, null);
    world.topUps.put(expired.id(), expired);
    return expired;
  }

  private void move(String accountId, long available, long reserved) {
    Account account = world.accounts.get(accountId);
    world.accounts.put(
        accountId,
        account.holding(account.availableCents() + available, account.reservedCents() + reserved));
  }

  private String book(
      Contract contract,
      Milestone milestone,
      EntryType type,
      long cents,
      @Nullable String hold,
      String note) {
    return book(contract.accountId(), type, cents, hold, contract, milestone.id(), null, note);
  }

  private String book(
      String accountId,
      EntryType type,
      long cents,
      @Nullable String hold,
      @Nullable Contract contract,
      @Nullable String milestoneId,
      @Nullable String topUpId,
      @Nullable String note) {
    String id = world.newId("led");
    world.ledger.put(
        id,
        new LedgerEntry(
            id,
            accountId,
            type,
            cents,
            world.now(),
            hold,
            contract == null ? null : contract.proposalId(),
            contract == null ? null : contract.id(),
            milestoneId,
            topUpId,
            note));
    return id;
  }
}
