package dev.tenure.activities.opentrain.json;

import org.jspecify.annotations.Nullable;

/** A proposal, as far as a hire needs it. */
public record Proposal(
    @Nullable String id, @Nullable String jobId, @Nullable ContractLink contract) {

  /** The contract that was made of it. */
  public record ContractLink(@Nullable String id) {}
}
