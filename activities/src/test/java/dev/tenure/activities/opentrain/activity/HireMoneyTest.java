package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.RealJournal;
import dev.tenure.journal.ledger.Match;
import dev.tenure.journal.ledger.Reconciliation;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.LedgerView;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.money.Money;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import org.junit.jupiter.api.Test;

/** Whole hires, process and feed and ledger, against the sandbox and a real journal. */
class HireMoneyTest extends WithAWorker {

  private static final String PEOPLE =
      """
      {"approvals":[{"type":"*","subject":null,"decision":"confirm","delayMs":50}],
       "trainer":{"requestPayout":true,"delayMs":50}}
      """;

  @Test
  void everyCentOfAHirePaidFromCreditsIsMatched() throws Exception {
    String hire = carriedOut();
    LedgerView view = RealJournal.hires().ledger(hire).orElseThrow();
    assertThat(view.ledger().reconciliation().status())
        .as(view.ledger().reconciliation().lines().toString())
        .isEqualTo(Reconciliation.Status.MATCHED);
    assertThat(view.ledger().reconciliation().lines())
        .extracting(line -> line.movement().wire() + " " + line.booked())
        .containsExactly("funding $504.95", "payout $450.00");
    HireView told = RealJournal.hires().find(hire).orElseThrow();
    assertThat(told.document().status()).isEqualTo(HireStatus.ENDED);
    assertThat(told.feesBooked()).isEqualTo(Money.usd("54.95"));
    assertThat(told.feesBooked()).isEqualTo(told.document().money().feesEstimated());
  }

  @Test
  void aHirePaidByCardIsNotVisibleAndNamesTheInvoiceOfItsPayout() throws Exception {
    control("PUT", "/sandbox/accounts/acc_1", "{\"creditsCents\":0}");
    LedgerView view = RealJournal.hires().ledger(carriedOut()).orElseThrow();
    assertThat(view.ledger().reconciliation().lines())
        .extracting(line -> line.match())
        .containsExactly(Match.NOT_VISIBLE, Match.NOT_VISIBLE);
    assertThat(view.ledger().reconciliation().lines())
        .allSatisfy(line -> assertThat(line.invoiceId()).isNotNull());
    assertThat(view.ledger().entries()).isEmpty();
    assertThat(view.hire().feesBooked()).isNull();
  }

  /** From its start to the end of its contract, with one look into the ledger after it. */
  private String carriedOut() throws Exception {
    control("PUT", "/sandbox/people", PEOPLE);
    work();
    String id = begin("prp_7");
    temporal.getWorkflowClient().newUntypedWorkflowStub(WorkflowIds.hire(id)).getResult(Void.class);
    LedgerWorkflow ledger =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(LedgerWorkflow.class, WorkflowIds.ledger(account));
    assertThat(ledger.refresh().trouble()).isNull();
    return id;
  }
}
