package dev.tenure.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.http.JsonClient;
import org.junit.jupiter.api.Test;

/** What is told of a hire before it is given up. */
class ConsequencesTest {
  private static final String HIRE =
      """
      {"id":"hir_1","externalRef":"REQ-1","status":"active","openContract":null,
       "money":{"paid":{"amount":"0.00","currency":"USDC"}},
       "waitingFor":[
         {"kind":"approval","milestone":"m1","url":"https://a.example/1"},
         {"kind":"approval","milestone":"m2","url":"https://a.example/2"}],
       "milestones":[
         {"key":"m1","name":"One","state":"awaiting_funding","amount":{"amount":"5","currency":"USDC"}},
         {"key":"m2","name":"Two","state":"awaiting_release","amount":{"amount":"6","currency":"USDC"}},
         {"key":"m3","name":"Three","state":"disputed","amount":{"amount":"7","currency":"USDC"}},
         {"key":"m4","name":"Four","state":"settling","amount":{"amount":"7","currency":"USDC"}},
         {"key":"m5","name":"Five","state":"partly_paid","amount":{"amount":"7","currency":"USDC"}},
         {"key":"m6","name":"Six","state":"refunded","amount":{"amount":"7","currency":"USDC"}}]}
      """;

  @Test
  void onOpenContractAnApprovalOfFundingIsWithdrawnAndOneOfADeliveryIsNot() {
    assertThat(told("{\"onSilence\":\"let_pay\"}"))
        .contains(
            "The pending approval for m1 is withdrawn; nothing is charged for it",
            "m2 is delivered and still to be judged: https://a.example/2")
        .doesNotContain("cannot be recalled");
  }

  @Test
  void onOpenTrainAPendingApprovalCannotBeRecalled() {
    assertThat(told("null"))
        .contains("A pending approval for m1 cannot be recalled: https://a.example/1")
        .doesNotContain("withdrawn");
  }

  @Test
  void moneyThatIsJudgedIsStillInEscrowAndWhatIsSettledIsOver() {
    assertThat(told("{\"onSilence\":\"let_pay\"}"))
        .contains(
            "Three: disputed, its money is in escrow", "Four: settling, its money is in escrow")
        .doesNotContain("Five", "Six");
  }

  private static String told(String openContract) {
    return String.join("\n", Consequences.of(JsonClient.parse(HIRE.replace("null", openContract))));
  }
}
