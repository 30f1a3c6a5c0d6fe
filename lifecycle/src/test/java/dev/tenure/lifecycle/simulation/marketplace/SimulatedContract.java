package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract with every milestone that there ever was, and how it looked at every time. */
public final class SimulatedContract {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

  private final String id;
  private final SimulatedProposal proposal;
  private final Actor createdBy;
  private final Instant createdAt;
  private final List<SimulatedMilestone> milestones = new ArrayList<>();
  private final List<Version> versions = new ArrayList<>();
  private long consumed;
  private @Nullable String stateOnceWorked;
  private @Nullable String otherState;
  private @Nullable Actor endedBy;
  private @Nullable Instant endedAt;

  /**
   * How a contract looked from an instant on.
   *
   * @param listed as {@code GET /contracts} shows it: without its budget
   */
  public record Version(Instant at, ContractSnapshot full, ContractSnapshot listed) {}

  SimulatedContract(String id, SimulatedProposal proposal, Actor createdBy, Instant createdAt) {
    this.id = id;
    this.proposal = proposal;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  public String id() {
    return id;
  }

  public SimulatedProposal proposal() {
    return proposal;
  }

  public boolean active() {
    return endedAt == null;
  }

  public Actor createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public @Nullable Actor endedBy() {
    return endedBy;
  }

  public @Nullable Instant endedAt() {
    return endedAt;
  }

  /** All of them, also those that reads hide, in the order of their numbers. */
  public List<SimulatedMilestone> milestones() {
    return Collections.unmodifiableList(milestones);
  }

  /** Every change, oldest first. */
  public List<Version> versions() {
    return Collections.unmodifiableList(versions);
  }

  /** As it is now, read by its id. */
  public ContractSnapshot snapshot() {
    return versions.getLast().full();
  }

  /** How it looked then; absent before it existed. */
  @Nullable Version asOf(Instant instant) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      Version version = versions.get(i);
      if (!version.at().isAfter(instant)) {
        return version;
      }
    }
    return null;
  }

  /** Those behind which money stands, be it in dispute. */
  List<SimulatedMilestone> holding() {
    List<SimulatedMilestone> holding = new ArrayList<>(milestones.size());
    for (SimulatedMilestone milestone : milestones) {
      if (milestone.status().holds()) {
        holding.add(milestone);
      }
    }
    return holding;
  }

  /** {@code OK} on a fixed price. */
  String budgetState() {
    BudgetSnapshot budget = budget();
    return budget == null ? ContractBudget.OK : budget.state();
  }

  void add(SimulatedMilestone milestone) {
    milestones.add(milestone);
  }

  /** Hours or labels; work by the hour is counted in seconds. */
  void work(BigDecimal volume) {
    BigDecimal units =
        proposal.paymentType() == PaymentType.PAY_PER_HOUR
            ? volume.multiply(SECONDS_PER_HOUR)
            : volume;
    otherState = stateOnceWorked;
    consumed += units.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** A state of the budget that no document names, from the next work on. */
  public void budgetState(String other) {
    stateOnceWorked = other;
  }

  void end(Actor by, Instant now) {
    endedBy = by;
    endedAt = now;
  }

  /** Keeps how it looks from now on. Of several changes in one instant only the last one shows. */
  void keepVersion(Instant now) {
    List<MilestoneSnapshot> shown = new ArrayList<>(milestones.size());
    for (SimulatedMilestone milestone : milestones) {
      if (milestone.status().shown()) {
        shown.add(milestone.snapshot());
      }
    }
    BudgetSnapshot budget = budget();
    ContractSnapshot full = snapshot(shown, budget);
    Version version = new Version(now, full, budget == null ? full : snapshot(shown, null));
    if (!versions.isEmpty() && versions.getLast().at().equals(now)) {
      versions.set(versions.size() - 1, version);
    } else {
      versions.add(version);
    }
  }

  private ContractSnapshot snapshot(
      List<MilestoneSnapshot> shown, @Nullable BudgetSnapshot budget) {
    return new ContractSnapshot(
        id,
        active() ? "active" : "ended",
        proposal.jobId(),
        proposal.id(),
        proposal.paymentType().name(),
        shown,
        budget);
  }

  private @Nullable BudgetSnapshot budget() {
    BudgetSnapshot budget = computedBudget();
    return budget == null || otherState == null
        ? budget
        : new BudgetSnapshot(otherState, budget.funded(), budget.consumed(), budget.remaining());
  }

  private @Nullable BudgetSnapshot computedBudget() {
    return switch (proposal.paymentType()) {
      case FIXED_PRICE -> null;
      case PAY_PER_HOUR ->
          ContractBudget.of(
              milestones,
              BigDecimal.valueOf(consumed).divide(SECONDS_PER_HOUR, 4, RoundingMode.HALF_UP));
      case PAY_PER_LABEL -> ContractBudget.of(milestones, BigDecimal.valueOf(consumed));
    };
  }
}
