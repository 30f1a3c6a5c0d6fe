package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that a hire remembers; carried over whole when a run continues as new. */
public final class HireState {
  HireStatus status = HireStatus.REQUESTED;
  @Nullable String contractId;
  @Nullable String jobId;
  boolean contractEnded;

  /** How the hire closes, once that is decided. */
  @Nullable HireStatus closing;

  boolean endRequested;
  Set<String> releasesRequested = new LinkedHashSet<>();
  Map<String, MilestoneDocument> milestones = new LinkedHashMap<>();
  Map<String, ApprovalDocument> approvals = new LinkedHashMap<>();
  Map<String, IncidentDocument> incidents = new LinkedHashMap<>();

  /** Commands carried out, by idempotency key: Temporal forgets update ids with each run. */
  Map<String, String> commands = new LinkedHashMap<>();

  Set<String> rungApprovals = new LinkedHashSet<>();
  boolean contractRang;
  long version;
  long lastEvent;
  @Nullable Instant updatedAt;
  @Nullable Instant closedAt;
  @Nullable String continuedFrom;
}
