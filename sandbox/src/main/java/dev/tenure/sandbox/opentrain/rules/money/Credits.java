package dev.tenure.sandbox.opentrain.rules.money;

import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.money.EntryType;
import dev.tenure.sandbox.opentrain.model.money.LedgerEntry;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The credits account. A HOLD takes from available into reserved; a CAPTURE, negative as well,
 * takes from reserved only; a HOLD_RELEASE gives back from reserved into available.
 */
@Singleton
public class Credits {
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
