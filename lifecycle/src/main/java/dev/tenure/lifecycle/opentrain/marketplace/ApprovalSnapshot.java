package dev.tenure.lifecycle.opentrain.marketplace;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An approval as the marketplace showed it.
 *
 * @param type the marketplace's type, e.g. {@code proposal_hire}
 * @param status the marketplace's status as sent, also one that is not known here
 * @param contractId the contract concerned; for a confirmed hire the one from its result
 * @param result what the marketplace reports of the execution, every value as text
 */
public record ApprovalSnapshot(
    String id,
    String type,
    String status,
    @Nullable String contractId,
    @Nullable String milestoneId,
    @Nullable String jobId,
    @Nullable String proposalId,
    String url,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant resolvedAt,
    Map<String, String> result) {

  public ApprovalSnapshot {
    result = Collections.unmodifiableMap(new TreeMap<>(result));
  }
}
