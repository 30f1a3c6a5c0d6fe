package dev.tenure.activities.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.RealJournal;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.workflows.journal.JournalActivities;
import io.micronaut.context.ApplicationContext;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalRecorderTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final TestActivityEnvironment temporal = TemporalWorld.activities();
  private final String account = RealJournal.account();

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void recordingAnswersWithTheNotificationsThatWereParkedForWhatItRecorded() {
    MarketplaceNotification early =
        new MarketplaceNotification("9", "approval.confirmed", "apr_" + account, null, null, null);
    RealJournal.feed().advance(account, "9", List.of(early));
    String hire = RealJournal.hire(account, "prp_1");
    assertThat(recorder(RealJournal.records()).record(batch(hire)))
        .isEqualTo(new MarketplaceNotifications(List.of(early)));
  }

  @Test
  void aJournalThatIsAwayIsAQuietFailureThatTimeHeals() {
    try (ApplicationContext away = contextWithoutDatabase()) {
      ActivityFailure failure =
          catchThrowableOfType(
              ActivityFailure.class,
              () -> recorder(away.getBean(HireRecords.class)).record(batch("hir_none")));
      ApplicationFailure cause = (ApplicationFailure) Objects.requireNonNull(failure.getCause());
      assertThat(cause.getType()).isEqualTo(JournalRecorder.UNAVAILABLE);
      assertThat(cause.isNonRetryable()).isFalse();
      assertThat(cause.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    }
  }

  private JournalActivities recorder(HireRecords records) {
    temporal.registerActivitiesImplementations(new JournalRecorder(records));
    return temporal.newActivityStub(JournalActivities.class);
  }

  private static ApplicationContext contextWithoutDatabase() {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .banner(false)
        .properties(Map.of("tenure.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none"))
        .start();
  }

  private RecordBatch batch(String hire) {
    Money none = Money.zero(Money.USD);
    HireDocument header =
        new HireDocument(
            hire,
            account,
            "prp_1",
            1,
            HireStatus.AWAITING_APPROVAL,
            null,
            null,
            List.of(),
            new MoneyTotals(null, none, none, none, none),
            List.of(),
            1,
            NOW,
            NOW,
            null);
    ApprovalDocument approval =
        new ApprovalDocument(
            "apr_" + account,
            ApprovalKind.PROPOSAL_HIRE,
            ApprovalStatus.PENDING,
            "m1",
            none,
            none,
            "https://example.test/a",
            1,
            NOW,
            NOW.plusSeconds(60),
            null,
            Map.of(),
            1);
    return new RecordBatch(
        hire, "run", null, header, List.of(), List.of(approval), List.of(), List.of());
  }
}
