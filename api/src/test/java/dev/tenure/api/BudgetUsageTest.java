package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.BudgetUsage;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much of the funded hours or labels is used up is told with the hire. */
@ExtendWith(StackExtension.class)
class BudgetUsageTest {

  @Test
  void aHireByVolumeTellsHowMuchOfTheFundedWorkIsUsedUp(Stack stack) {
    String id = stack.http().post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/id");
    assertThat(stack.http().get("/v1/hires/" + id).json().get("budgetUsage").isNull()).isTrue();

    record(stack, id);

    var usage = stack.http().get("/v1/hires/" + id).json().get("budgetUsage");
    assertThat(usage.get("state").asText()).isEqualTo("low");
    assertThat(usage.get("funded").decimalValue()).isEqualByComparingTo("40");
    assertThat(usage.get("consumed").decimalValue()).isEqualByComparingTo("33.5");
    assertThat(usage.get("remaining").decimalValue()).isEqualByComparingTo("6.5");
    assertThat(stack.http().get("/hires/" + id, "Accept", "text/html").raw().body())
        .contains("33.5 of 40 used, 6.5 left (low)");
  }

  private static void record(Stack stack, String id) {
    HireDocument old = stack.front().bean(Hires.class).find(id).orElseThrow().document();
    var usage =
        new BudgetUsage(
            "LOW", new BigDecimal("40.0000"), new BigDecimal("33.5"), new BigDecimal("6.5"));
    var header =
        new HireDocument(
            old.id(),
            old.account(),
            old.proposalId(),
            old.generation(),
            HireStatus.ACTIVE,
            "ctr_budget",
            null,
            List.of(),
            old.money(),
            List.of(),
            old.version() + 1,
            old.createdAt(),
            old.createdAt(),
            null,
            false,
            null,
            usage);
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(id, "run-1", null, header, List.of(), List.of(), List.of(), List.of()));
  }
}
