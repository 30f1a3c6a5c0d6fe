package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "PROPOSAL_HIRE, hire with first milestone m1 (Batch 1): 250.00 USD",
    "MILESTONE_FUND, fund milestone m1 (Batch 1): 250.00 USD",
    "MILESTONE_APPROVE, release milestone m1 (Batch 1): 250.00 USD",
    "CONTRACT_END, end the contract",
    "MILESTONE_DISPUTE, 'dispute the delivery of milestone m1 (Batch 1), at a bond of 250.00 USD'"
  })
  void eachKindOfApprovalSaysWhatIsApproved(ApprovalKind kind, String words) {
    assertThat(Words.action(Notices.of("slack", 1, kind, "m1 (Batch 1)", Notices.DEADLINE)))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT71H59M59S, 2 days 23 hours",
    "PT24H, 1 day",
    "PT3H, 3 hours",
    "PT1H1M59S, 1 hour 1 minute",
    "PT59M59S, 59 minutes 59 seconds",
    "PT7S, 7 seconds",
    "PT0.9S, 0 seconds",
    "PT-1S, 0 seconds"
  })
  void theTimeLeftIsNeverRoundedUp(Duration left, String words) {
    assertThat(Words.left(left)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "1, Approval wanted: fund milestone m2 (Night frames): 250.00 USD (12 hours left)",
    "2, Reminder: fund milestone m2 (Night frames): 250.00 USD (12 hours left)",
    "4, Last reminder: fund milestone m2 (Night frames): 250.00 USD (12 hours left)"
  })
  void theSubjectSaysHowUrgentItIs(int number, String words) {
    assertThat(Words.subject(Notices.funding("slack", number))).isEqualTo(words);
  }

  @Test
  void theDeadlineIsToldInUtc() {
    assertThat(Words.deadline(Instant.parse("2026-11-24T09:05:07Z")))
        .isEqualTo("Tue 24 Nov 2026, 09:05:07 UTC");
  }
}
