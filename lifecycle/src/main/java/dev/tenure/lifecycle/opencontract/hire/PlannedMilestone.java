package dev.tenure.lifecycle.opencontract.hire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractMilestone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A milestone of the plan with its Working Contracts: one at a time, the last one counts. */
public final class PlannedMilestone {
  private final String key;
  private final int position;
  MilestonePlan terms;
  boolean dropped;
  boolean fundCommanded;

  /** The contract whose release or dispute was commanded; 0 for none. */
  int releaseCommanded;

  int disputeCommanded;

  /** Counts the bodies of creations, so that no two have the same key. */
  int creations;

  @Nullable Creation creation;
  final List<WorkingContract> contracts = new ArrayList<>();

  /** The contract after which an operator said to create another one, or to go on without. */
  int retriedAfter;

  int skippedAfter;

  @JsonCreator
  PlannedMilestone(
      @JsonProperty("key") String key,
      @JsonProperty("position") int position,
      @JsonProperty("terms") MilestonePlan terms) {
    this.key = key;
    this.position = position;
    this.terms = terms;
  }

  public String key() {
    return key;
  }

  public int position() {
    return position;
  }

  public MilestonePlan terms() {
    return terms;
  }

  /** What only OpenContract needs; every plan on it has it. */
  public OpenContractMilestone openContract() {
    return Objects.requireNonNull(terms.openContract(), "openContract of milestone " + key);
  }

  /** Given up before it had a contract. */
  public boolean dropped() {
    return dropped;
  }

  public boolean fundCommanded() {
    return fundCommanded;
  }

  public boolean releaseCommanded(WorkingContract contract) {
    return releaseCommanded == contract.ordinal();
  }

  public boolean disputeCommanded(WorkingContract contract) {
    return disputeCommanded == contract.ordinal();
  }

  public int creations() {
    return creations;
  }

  /** A creation whose fate is not known. */
  public @Nullable Creation creation() {
    return creation;
  }

  public List<WorkingContract> contracts() {
    return Collections.unmodifiableList(contracts);
  }

  public Optional<WorkingContract> contract(String id) {
    return contracts.stream().filter(contract -> contract.id().equals(id)).findFirst();
  }

  /** The last contract; absent before the first. */
  public @Nullable WorkingContract contract() {
    return contracts.isEmpty() ? null : contracts.getLast();
  }

  /** Which contract the next creation makes. */
  public int nextOrdinal() {
    return contracts.size() + 1;
  }

  /** Whether an operator said to create another contract after the last. */
  public boolean retried() {
    return !contracts.isEmpty() && retriedAfter == contracts.size();
  }

  /** Whether an operator said to go on without what the last contract left undone. */
  public boolean skipped() {
    return !contracts.isEmpty() && skippedAfter == contracts.size();
  }
}
