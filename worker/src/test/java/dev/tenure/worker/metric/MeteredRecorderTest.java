package dev.tenure.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.workflows.journal.JournalActivities;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeteredRecorderTest {

  private static final Instant ASKED = Instant.parse("2026-11-01T10:00:00Z");
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void aDecisionIsTimedFromTheRequestOnceItsEventIsRecorded() {
    new MeteredRecorder(batch -> new MarketplaceNotifications(List.of()), registry)
        .record(batch("approval.confirmed"));
    var timer =
        registry
            .get("tenure.approval.decision")
            .tags("kind", "milestone_fund", "decision", "confirmed")
            .timer();
    assertThat(timer.count()).isEqualTo(1);
    assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(7_200);
  }

  @Test
  void otherEventsOfAnApprovalAreNoDecisions() {
    new MeteredRecorder(batch -> new MarketplaceNotifications(List.of()), registry)
        .record(batch("approval.lost_sight"));
    assertThat(registry.find("tenure.approval.decision").timer()).isNull();
  }

  @Test
  void whatCouldNotBeRecordedIsNotCounted() {
    JournalActivities away =
        batch -> {
          throw new IllegalStateException("away");
        };
    assertThatThrownBy(() -> new MeteredRecorder(away, registry).record(batch("approval.declined")))
        .hasMessage("away");
    assertThat(registry.find("tenure.approval.decision").timer()).isNull();
  }

  private static RecordBatch batch(String type) {
    Instant decided = ASKED.plus(TWO_HOURS);
    ApprovalDocument approval =
        new ApprovalDocument(
            "apr_1",
            ApprovalKind.MILESTONE_FUND,
            ApprovalStatus.CONFIRMED,
            "m1",
            Money.usd("450"),
            null,
            "https://example.test/apr_1",
            1,
            ASKED,
            ASKED.plus(Duration.ofDays(3)),
            decided,
            Map.of(),
            2);
    HireEvent event =
        new HireEvent(1, type, decided.plusSeconds(5), "A decision.", "m1", "apr_1", Map.of());
    return new RecordBatch(
        "hir_1", "run", null, hire(), List.of(), List.of(approval), List.of(), List.of(event));
  }

  private static HireDocument hire() {
    Money none = Money.usd("0");
    return new HireDocument(
        "hir_1",
        "default",
        "prp_1",
        1,
        HireStatus.ACTIVE,
        "con_1",
        null,
        List.of(),
        new MoneyTotals(null, none, none, none, none),
        List.of(),
        2,
        ASKED,
        ASKED,
        null);
  }
}
