package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A proposal, as far as a hire needs it. */
@Serdeable
public record Proposal(
    @Nullable String id, @Nullable String jobId, @Nullable ContractLink contract) {

  /** The contract that was made of it. */
  @Serdeable
  public record ContractLink(@Nullable String id) {}
}
