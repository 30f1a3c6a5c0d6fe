package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;

/** Decisions of approvals that are the engine's own. */
class ApprovalDecisionTest extends AtAFront {

  private static final String APPROVAL =
      """
      {"id":"apr_1","kind":"milestone_fund","status":"pending","milestone":"m1",
       "amount":{"amount":"50.000000","currency":"USDC"},"termsDigest":"d1",
       "terms":{"worker":null,"openContract":{"acceptanceCriteria":["It compiles"]}},
       "url":"https://tenure.example/approvals/apr_1"}
      """;

  @Test
  void aYesNamesTheTermsThatWereShown() {
    front.tell("GET /v1/approvals/apr_1", 200, APPROVAL);
    front.tell("POST /v1/approvals/apr_1/decision", 200, APPROVAL.replace("pending", "confirmed"));
    assertThat(run("approvals", "confirm", "apr_1", "--yes", "--reason", "known")).isZero();
    assertThat(front.last().body())
        .isEqualTo("{\"decision\":\"confirm\",\"termsDigest\":\"d1\",\"reason\":\"known\"}");
    assertThat(front.last().key()).startsWith("cli-");
    assertThat(out).contains("The approval is confirmed.");
  }

  @Test
  void aNoIsSentAsOne() {
    front.tell("GET /v1/approvals/apr_1", 200, APPROVAL);
    front.tell("POST /v1/approvals/apr_1/decision", 200, APPROVAL.replace("pending", "declined"));
    assertThat(run("approvals", "decline", "apr_1", "-y")).isZero();
    assertThat(front.last().body()).contains("\"decision\":\"decline\"");
    assertThat(out).contains("The approval is declined.");
  }

  @Test
  void anApprovalOfOpenTrainIsSentToTheMarketplace() {
    front.tell(
        "GET /v1/approvals/apr_1",
        200,
        APPROVAL.replace("\"d1\"", "null").replace("tenure.example", "market.example"));
    assertThat(run("approvals", "confirm", "apr_1", "--yes")).isNotZero();
    assertThat(front.last().line()).isEqualTo("GET /v1/approvals/apr_1");
  }

  @Test
  void aDecisionWhoseAnswerIsLostNamesItsKey() {
    front.tell("GET /v1/approvals/apr_1", 200, APPROVAL);
    front.cutOff("POST /v1/approvals/apr_1/decision");
    assertThat(run("approvals", "confirm", "apr_1", "--yes")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("--idempotency-key " + front.last().key());
  }
}
