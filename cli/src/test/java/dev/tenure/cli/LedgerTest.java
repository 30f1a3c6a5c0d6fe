package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;

/** The money of one hire. */
class LedgerTest extends AtAFront {
  private static final String LEDGER =
      """
      {"hireId":"hir_1","currency":"USD",
       "estimated":{"amount":USD450.00,"fees":USD54.95,"total":USD504.95},
       "booked":{"charged":USD500.00,"fees":null,"openInvoices":[
         {"id":"inv_1","kind":"milestone","status":"OPEN","amount":USD250.00}],
         "readAt":"2026-01-01T00:00:00Z","lastError":null},
       "reconciliation":{"status":"differs","lines":[
        {"movement":"funding","milestone":"m1","status":"different","expected":USD504.95,
         "booked":USD500.00,"difference":USD-4.95,"words":"Booked with another amount."},
        {"movement":"payout","milestone":"m1","status":"matched","expected":USD450.00,
         "booked":USD450.00,"difference":null,"words":"As expected."}]}}
      """
          .replaceAll("USD(-?[\\d.]+)", "{\"amount\":\"$1\",\"currency\":\"USD\"}");

  @Test
  void whatIsPendingExpectedAndBookedStandsThereOnce() {
    front.tell("GET /v1/hires/hir_1/ledger", 200, LEDGER);
    front.tell(
        "GET /v1/approvals",
        200,
        """
        {"items":[{"kind":"milestone_fund","milestone":"m2","url":"https://market.example/apr_2",
         "amount":{"amount":"250.00","currency":"USD"},"expiresAt":"2099-01-01T00:00:00Z",
         "fees":{"estimated":{"amount":"25.00","currency":"USD"}}},
         {"kind":"milestone_approve","milestone":"m1","url":"https://market.example/apr_1",
         "amount":{"amount":"450.00","currency":"USD"},"expiresAt":"2099-01-01T00:00:00Z"}]}
        """);
    assertThat(run("ledger", "hir_1")).as(err).isZero();
    assertThat(out)
        .contains("pending: milestone fund m2, $250.00 + $25.00 fees estimated, in ")
        .contains("https://market.example/apr_2")
        .doesNotContain("apr_1")
        .containsPattern("funding +m1 +different +\\$504.95 +\\$500.00 +-\\$4.95")
        .contains("Booked with another amount.")
        .doesNotContain("As expected.")
        .containsPattern("expected +\\$504.95 = \\$450.00 \\+ \\$54.95 fees estimated")
        .containsPattern("charged to credits +\\$500.00\\R")
        .containsPattern("paid to the trainer +\\$450.00")
        .containsPattern("open invoice +\\$250.00")
        .containsPattern("together +differs")
        .contains("was read ");
    assertThat(front.asked().getFirst().line()).isEqualTo("GET /v1/hires/hir_1");
  }

  @Test
  void onOpenContractAWorkerIsPaidAndNoLedgerOfTheMarketplaceIsSpokenOf() {
    front.tell(
        "GET /v1/hires/hir_1",
        200,
        HIRE.replaceFirst("\\{", "{\"openContract\":{\"worker\":null},"));
    front.tell(
        "GET /v1/hires/hir_1/ledger",
        200,
        """
        {"hireId":"hir_1","currency":"USDC",
         "estimated":{"amount":USDC50.000000,"fees":USDC0.000000,"total":USDC50.000000},
         "booked":{"entries":[{"id":"e1"}],"charged":USDC52.500000,"fees":null,"openInvoices":[],
           "readAt":null,"lastError":null},
         "reconciliation":{"status":"not_visible","lines":[
          {"movement":"return","milestone":"m1","status":"not_visible","expected":USDC2.500000,
           "booked":null,"difference":null,"words":"Reckoned from the marketplace's rules."}]}}
        """
            .replaceAll("USDC([\\d.]+)", "{\"amount\":\"$1\",\"currency\":\"USDC\"}"));
    front.tell("GET /v1/approvals", 200, "{\"items\":[]}");
    assertThat(run("ledger", "hir_1")).as(err).isZero();
    assertThat(out)
        .containsPattern("paid to Workers +\\$450.00\\R")
        .containsPattern("expected +50.000000 USDC\\R")
        .containsPattern("charged less returns +52.500000 USDC\\R")
        .contains("What was signed for is certain.", "Reckoned from the marketplace's rules.")
        .doesNotContain("trainer", "credits", "together", "has not been read", "--refresh");
  }

  @Test
  void aPendingApprovalOfAHireThatIsGivenUpIsToldWithAWarning() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE.replace("\"active\"", "\"cancelling\""));
    front.tell("GET /v1/hires/hir_1/ledger", 200, LEDGER);
    front.tell(
        "GET /v1/approvals",
        200,
        "{\"items\":[{\"kind\":\"proposal_hire\",\"status\":\"pending\",\"url\":\"https://market.example/apr_2\"}]}");
    assertThat(run("ledger", "hir_1")).as(err).isZero();
    assertThat(out).containsPattern("apr_2\\R    The hire is being cancelled: decline it. A yes");
  }

  @Test
  void theMarketplacesLedgerIsReadFirstWhereThatIsAsked() {
    front.tell("GET /v1/hires/hir_1/ledger", 200, LEDGER);
    assertThat(run("ledger", "hir_1", "--refresh", "--json")).isZero();
    assertThat(front.last().prefer()).isEqualTo("refresh");
    assertThat(run("ledger", "hir_none")).isEqualTo(ExitCode.NOT_FOUND);
  }
}
