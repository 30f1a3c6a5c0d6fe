package dev.tenure.lifecycle.simulation.marketplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every movement of money, in cents, and what it adds up to. */
public final class EscrowLedger {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Totals> totals = new LinkedHashMap<>();

  /** A movement of money. */
  public enum EntryKind {
    /** Charged and put behind a milestone. */
    FUNDED,
    /** Charged for the marketplace. */
    FEE,
    /** Paid out of escrow to the trainer. */
    PAID,
    /** Given back out of escrow to the employer. */
    REFUNDED
  }

  /** One movement, and who made it. */
  public record Entry(
      Instant at, EntryKind kind, long cents, SimulatedMilestone milestone, Actor by) {}

  /**
   * The money of a contract.
   *
   * @param charged everything that the employer was charged, fees included
   * @param escrow what is held now
   */
  public record Totals(long charged, long fees, long escrow, long paid, long refunded) {
    static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    /** Whether every cent that was charged is somewhere, and none is there twice. */
    public boolean conserved() {
      return charged == fees + escrow + paid + refunded
          && fees >= 0
          && escrow >= 0
          && paid >= 0
          && refunded >= 0;
    }

    private Totals after(EntryKind kind, long cents) {
      return switch (kind) {
        case FUNDED -> new Totals(charged + cents, fees, escrow + cents, paid, refunded);
        case FEE -> new Totals(charged + cents, fees + cents, escrow, paid, refunded);
        case PAID -> new Totals(charged, fees, escrow - cents, paid + cents, refunded);
        case REFUNDED -> new Totals(charged, fees, escrow - cents, paid, refunded + cents);
      };
    }
  }

  EscrowLedger() {}

  /** Oldest first. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  public Totals of(String contractId) {
    return totals.getOrDefault(contractId, Totals.NONE);
  }

  /**
   * What is wrong with the money of the contracts, in words; nothing when every cent is conserved
   * and stands where the milestones say.
   */
  public List<String> violations(Iterable<SimulatedContract> contracts) {
    List<String> found = new ArrayList<>();
    for (SimulatedContract contract : contracts) {
      Totals booked = of(contract.id());
      long escrow = 0;
      long paid = 0;
      long refunded = 0;
      for (SimulatedMilestone milestone : contract.milestones()) {
        escrow += milestone.status().holds() ? milestone.amountCents() : 0;
        paid += milestone.paidCents();
        refunded += milestone.refundedCents();
      }
      if (!booked.conserved()) {
        found.add(contract.id() + " does not add up: " + booked);
      }
      if (booked.escrow() != escrow || booked.paid() != paid || booked.refunded() != refunded) {
        found.add(
            "the milestones of %s hold %d, paid %d and refunded %d, booked is %s"
                .formatted(contract.id(), escrow, paid, refunded, booked));
      }
      if (!contract.active() && escrow != 0) {
        found.add(contract.id() + " has ended and holds " + escrow);
      }
    }
    return found;
  }

  void book(EntryKind kind, long cents, SimulatedMilestone milestone, Actor by, Instant now) {
    entries.add(new Entry(now, kind, cents, milestone, by));
    String contractId = milestone.contract().id();
    totals.put(contractId, of(contractId).after(kind, cents));
  }
}
