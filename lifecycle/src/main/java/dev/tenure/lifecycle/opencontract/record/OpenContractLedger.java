package dev.tenure.lifecycle.opencontract.record;

import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.Settlement;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The money of a hire as lines of a ledger: what leaves the account is negative. A line has the
 * same id however often it is told: there is one of each type per Working Contract.
 */
public final class OpenContractLedger {

  /** Why money moved. */
  enum Type {
    /** The price, locked at the creation. */
    ESCROW,
    /** Locked with a dispute. */
    BOND,
    /** What comes back of the price. */
    REFUND,
    /** The bond where it comes back. */
    BOND_RETURN,
    /** Our part of the Worker's stake. */
    STAKE_COMPENSATION
  }

  private final OpenContractHire hire;
  private final List<LedgerEntry> entries = new ArrayList<>();

  private OpenContractLedger(OpenContractHire hire) {
    this.hire = hire;
  }

  /** Every line so far, contract by contract. */
  public static List<LedgerEntry> of(OpenContractHire hire) {
    OpenContractLedger ledger = new OpenContractLedger(hire);
    hire.contracts().forEach(ledger::contract);
    return List.copyOf(ledger.entries);
  }

  private void contract(WorkingContract contract) {
    Instant created =
        Objects.requireNonNullElse(contract.shown().createdAt(), contract.statusSince());
    add(contract, Type.ESCROW, negative(contract.escrowed()), created);
    Money bond = contract.shown().bond();
    if (bond != null && bond.isPositive()) {
      add(contract, Type.BOND, negative(bond), contract.disputedSince());
    }
    if (contract.settlementKnown()) {
      Settlement.of(contract).ifPresent(settlement -> settled(contract, settlement));
    }
  }

  private void settled(WorkingContract contract, Settlement settlement) {
    back(contract, Type.REFUND, settlement.refund());
    back(contract, Type.BOND_RETURN, settlement.bondBack());
    back(contract, Type.STAKE_COMPENSATION, settlement.compensation());
  }

  private void back(WorkingContract contract, Type type, Money amount) {
    if (amount.isPositive()) {
      add(contract, type, amount, contract.endedAt());
    }
  }

  private void add(WorkingContract contract, Type type, Money amount, @Nullable Instant bookedAt) {
    entries.add(
        new LedgerEntry(
            id(contract, type),
            type.name(),
            amount,
            Objects.requireNonNullElse(bookedAt, contract.statusSince()),
            holds(type, contract),
            hire.plan().proposalId(),
            hire.id(),
            contract.id(),
            null));
  }

  /** What comes back names the line with which it left. */
  private static @Nullable String holds(Type type, WorkingContract contract) {
    return switch (type) {
      case REFUND -> id(contract, Type.ESCROW);
      case BOND_RETURN -> id(contract, Type.BOND);
      case ESCROW, BOND, STAKE_COMPENSATION -> null;
    };
  }

  private static String id(WorkingContract contract, Type type) {
    return contract.id() + ":" + type.name().toLowerCase(Locale.ROOT);
  }

  private static Money negative(Money amount) {
    return Money.zero(amount.currency()).minus(amount);
  }
}
