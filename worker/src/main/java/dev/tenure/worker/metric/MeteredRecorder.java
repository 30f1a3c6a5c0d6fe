package dev.tenure.worker.metric;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.journal.JournalActivities;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Times how long each approval waited for a person ({@code tenure_approval_decision_seconds}), when
 * the event of its decision has been recorded.
 */
public final class MeteredRecorder implements JournalActivities {

  private static final Map<String, String> DECISIONS =
      Map.of(
          "approval.confirmed", "confirmed",
          "approval.declined", "declined",
          "approval.expired", "expired");

  private static final Duration[] BUCKETS = {
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofHours(4),
    Duration.ofHours(12),
    Duration.ofDays(1),
    Duration.ofDays(2),
    Duration.ofDays(3),
    Duration.ofDays(7)
  };

  private final JournalActivities journal;
  private final MeterRegistry registry;

  /**
   * A recorder with a clock.
   *
   * @param journal where everything is recorded
   */
  public MeteredRecorder(JournalActivities journal, MeterRegistry registry) {
    this.journal = journal;
    this.registry = registry;
  }

  @Override
  public MarketplaceNotifications record(RecordBatch batch) {
    MarketplaceNotifications parked = journal.record(batch);
    for (HireEvent event : batch.events()) {
      @Nullable String decision = DECISIONS.get(event.type());
      if (decision != null) {
        batch.approvals().stream()
            .filter(approval -> approval.id().equals(event.approvalId()))
            .forEach(approval -> decided(approval, decision, event.at()));
      }
    }
    return parked;
  }

  private void decided(ApprovalDocument approval, String decision, Instant seenAt) {
    Instant at = approval.resolvedAt() == null ? seenAt : approval.resolvedAt();
    Duration waited = Duration.between(approval.createdAt(), at);
    Timer.builder("tenure.approval.decision")
        .description("Time from the request of an approval to its decision")
        .tags("kind", approval.kind().wire(), "decision", decision)
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(waited.isNegative() ? Duration.ZERO : waited);
  }
}
