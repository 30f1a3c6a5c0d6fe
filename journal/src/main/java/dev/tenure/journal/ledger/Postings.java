package dev.tenure.journal.ledger;

import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import java.util.List;
import java.util.Set;

/**
 * What was booked for one milestone. What the entry types mean is OpenTrain's: a {@code HOLD} takes
 * amount and fees into reserve, a {@code CAPTURE} spends of it, the others give back.
 */
record Postings(List<LedgerEntry> entries, String currency) {

  private static final Set<String> HELD = Set.of("HOLD");
  private static final Set<String> SPENT = Set.of("CAPTURE");
  private static final Set<String> RETURNED = Set.of("HOLD_RELEASE", "REFUND");

  /** Whether an entry of this type moves money into escrow or out of it. */
  static boolean escrow(LedgerEntry entry) {
    return HELD.contains(entry.type())
        || SPENT.contains(entry.type())
        || RETURNED.contains(entry.type());
  }

  /** Taken into reserve; above zero. */
  Money held() {
    return zero().minus(sum(HELD));
  }

  /** Spent of what is reserved; above zero. */
  Money spent() {
    return zero().minus(sum(SPENT));
  }

  /** Given back. */
  Money returned() {
    return sum(RETURNED);
  }

  List<String> heldIds() {
    return ids(HELD);
  }

  List<String> spentIds() {
    return ids(SPENT);
  }

  List<String> returnedIds() {
    return ids(RETURNED);
  }

  /** Entries of which nothing here knows what they are for. */
  List<LedgerEntry> others() {
    return entries.stream().filter(entry -> !escrow(entry)).toList();
  }

  Money zero() {
    return Money.zero(currency);
  }

  private Money sum(Set<String> types) {
    return entries.stream()
        .filter(entry -> types.contains(entry.type()))
        .map(LedgerEntry::amount)
        .reduce(zero(), Money::plus);
  }

  private List<String> ids(Set<String> types) {
    return entries.stream()
        .filter(entry -> types.contains(entry.type()))
        .map(LedgerEntry::id)
        .toList();
  }
}
