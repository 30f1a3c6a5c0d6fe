package dev.tenure.api.pages.hires.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HireRowTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void aHireSaysThatAPersonMustApproveItOnlyWhileThatIsPending() {
    assertThat(row(new Wait(WaitKind.APPROVAL, "apr_1", null, null, null, null)).sentence())
        .isEqualTo("A person must approve the hire on the marketplace.");
    assertThat(row().sentence())
        .isEqualTo("The hire has no contract yet, and no approval of it is pending.");
  }

  private static HireRow row(Wait... waits) {
    Money none = Money.zero(Money.USD);
    var plan =
        new HirePlan("default", "prp_1", null, Map.of(), List.of(), null, false, Policies.DEFAULT);
    var document =
        new HireDocument(
            "hir_1",
            "default",
            "prp_1",
            1,
            HireStatus.AWAITING_APPROVAL,
            null,
            null,
            List.of(waits),
            new MoneyTotals(null, none, none, none, none),
            List.of(),
            1,
            NOW,
            NOW,
            null);
    var row =
        new dev.tenure.journal.read.HireRow(
            "hir_1", 1, true, null, "", plan, null, false, NOW, document);
    return new HireRow(new HireView(row, List.of(), List.of(), null));
  }
}
