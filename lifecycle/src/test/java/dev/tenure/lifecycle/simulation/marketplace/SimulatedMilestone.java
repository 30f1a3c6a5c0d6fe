package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A milestone, also one that contract reads hide, with the money behind it. */
public final class SimulatedMilestone {
  private final String id;
  private final SimulatedContract contract;
  private final int number;
  private final @Nullable String name;
  private final @Nullable LocalDate dueDate;
  private final @Nullable String tag;
  private final Actor createdBy;
  private long amountCents;
  private @Nullable BigDecimal volume;
  private MilestoneStatus status = MilestoneStatus.NOT_FUNDED;
  private boolean payoutRequested;
  private boolean billOpen;
  private @Nullable String invoiceId;
  private @Nullable Actor fundedBy;
  private @Nullable Actor settledBy;
  private MilestoneSnapshot snapshot;

  SimulatedMilestone(
      String id,
      SimulatedContract contract,
      int number,
      MilestoneTerms terms,
      @Nullable BigDecimal volume,
      Actor createdBy) {
    this.id = id;
    this.contract = contract;
    this.number = number;
    this.name = terms.name();
    this.dueDate = terms.dueDate();
    this.tag = MilestoneDescription.tag(terms.description());
    this.amountCents = terms.amountCents();
    this.volume = volume;
    this.createdBy = createdBy;
    this.snapshot = newSnapshot();
  }

  public String id() {
    return id;
  }

  public SimulatedContract contract() {
    return contract;
  }

  /** Counts from 1 within the contract. */
  public int number() {
    return number;
  }

  /** Our tag, or a copy of it, where the description carries one. */
  public @Nullable String tag() {
    return tag;
  }

  public MilestoneStatus status() {
    return status;
  }

  public long amountCents() {
    return amountCents;
  }

  /** Hours or labels, where pay depends on them. */
  public @Nullable BigDecimal volume() {
    return volume;
  }

  /** Whether the trainer requested the payout. */
  public boolean payoutRequested() {
    return payoutRequested;
  }

  public Actor createdBy() {
    return createdBy;
  }

  /** Who put money behind it. */
  public @Nullable Actor fundedBy() {
    return fundedBy;
  }

  /** Who paid, refunded or cancelled it. */
  public @Nullable Actor settledBy() {
    return settledBy;
  }

  /** What was put into escrow for it, whatever became of that. */
  public long fundedCents() {
    return fundedBy == null ? 0 : amountCents;
  }

  public long paidCents() {
    return status == MilestoneStatus.PAID ? amountCents : 0;
  }

  public long refundedCents() {
    return status == MilestoneStatus.REFUNDED ? amountCents : 0;
  }

  /** As the product's client reads it. */
  public MilestoneSnapshot snapshot() {
    return snapshot;
  }

  boolean billOpen() {
    return billOpen;
  }

  /** The invoice of its funding. */
  String invoiceId() {
    return String.valueOf(invoiceId);
  }

  void funded(String invoice, Actor by) {
    invoiceId = invoice;
    billOpen = false;
    fundedBy = by;
    move(MilestoneStatus.ACTIVE_FUNDED);
  }

  /** Paid, refunded or cancelled. */
  void settled(MilestoneStatus end, Actor by) {
    settledBy = by;
    billOpen = false;
    move(end);
  }

  void disputed() {
    move(MilestoneStatus.DISPUTED);
  }

  /** The charge for it failed. */
  void leaveBill() {
    billOpen = true;
  }

  void dropBill() {
    billOpen = false;
  }

  void requestPayout(boolean requested) {
    payoutRequested = requested;
    snapshot = newSnapshot();
  }

  void price(long cents, @Nullable BigDecimal buys) {
    amountCents = cents;
    volume = buys;
    snapshot = newSnapshot();
  }

  private void move(MilestoneStatus to) {
    status = to;
    payoutRequested = false;
    snapshot = newSnapshot();
  }

  private MilestoneSnapshot newSnapshot() {
    return new MilestoneSnapshot(
        id,
        number,
        name,
        status.name(),
        Money.ofMinor(amountCents, Money.USD),
        dueDate,
        tag,
        payoutRequested);
  }
}
