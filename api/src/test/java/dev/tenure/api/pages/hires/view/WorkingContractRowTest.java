package dev.tenure.api.pages.hires.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.pages.shared.Fact;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingContractRowTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
  private static final Money PRICE = Money.ofMinor(12_000_000, "USDC");

  @ParameterizedTest
  @CsvSource({
    "created, Match by|Withdrawal until|Delivery by|Paid by silence at, not matched yet",
    "matched, Withdrawal until|Delivery by|Paid by silence at, none",
    "under-review, Paid by silence at, none",
    "disputed, '', none",
    "settled-fully-met, '', none",
    "cancelled-by-client, '', none"
  })
  void onlyDeadlinesThatStillDecideAreShown(String status, String deadlines, String worker) {
    List<Fact> facts = facts(status);

    assertThat(facts.stream().map(Fact::name))
        .filteredOn(name -> name.matches("(Match|Withdrawal|Delivery|Paid by silence) .*"))
        .isEqualTo(deadlines.isEmpty() ? List.of() : List.of(deadlines.split("\\|", -1)));
    assertThat(facts).contains(new Fact("Worker", worker));
  }

  private static List<Fact> facts(String status) {
    WorkingContractDocument contract =
        new WorkingContractDocument(
            1,
            status,
            null,
            List.of("it is dear"),
            null,
            null,
            NOW.plus(Duration.ofDays(1)),
            NOW.plus(Duration.ofDays(2)),
            NOW.plus(Duration.ofDays(3)),
            NOW.plus(Duration.ofDays(6)),
            PRICE,
            null,
            null,
            null);
    MilestoneDocument milestone =
        new MilestoneDocument(
            "m1",
            1,
            "contract_1",
            null,
            "Dear",
            "Dear",
            PRICE,
            null,
            FundRule.atStart(),
            MilestoneState.FUNDED,
            false,
            1,
            null,
            null,
            false,
            null,
            contract);
    return Objects.requireNonNull(WorkingContractRow.of(milestone)).facts();
  }
}
