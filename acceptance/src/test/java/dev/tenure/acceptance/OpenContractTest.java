package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hires on OpenContract, on real processes: money moves by signature, and once. */
@SuppressWarnings("NullAway.Init")
class OpenContractTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static Stack stack;
  private static OpenContractMarketplace market;

  @BeforeAll
  static void start() {
    stack = Stack.start();
    market = new OpenContractMarketplace(stack);
    market.agentsAct();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void theDemoApprovesOneMilestoneDisputesTheOtherAndFindsTheMoneyEqualToTheUnit()
      throws Exception {
    Process demo = stack.launch("demo", "--marketplace", "opencontract");
    assertThat(demo.waitFor(10, TimeUnit.MINUTES)).as(stack::output).isTrue();
    assertThat(demo.exitValue()).as(stack::output).isZero();
    assertThat(stack.output()).contains("m2 to the worker", "disputed", "paid in part");
    market.agentsAct();
  }

  @Test
  void aWorkerThatDiesAfterASettledPaymentWhoseAnswerWasLostPaysNothingTwice() {
    List<Long> before = market.paidIn("escrow");
    String quote = market.holdAnswer("/contracts");
    String answer = market.holdAnswer("/contracts");
    JsonNode hire = begin();
    String id = hire.get("id").asText();
    decide(id, "milestone_fund");
    market.awaitHit(quote);
    market.lift(quote);
    market.awaitHit(answer);
    Await.until(
        "the payment is settled",
        PATIENCE,
        () ->
            market.paidIn("escrow").size() > before.size() ? Optional.of(true) : Optional.empty());

    stack.kill("worker");
    market.lift(answer);

    decide(id, "milestone_approve");
    Await.until(
        "the hire has ended",
        PATIENCE,
        () ->
            read(id).get("status").asText().equals("ended") ? Optional.of(true) : Optional.empty());
    assertThat(market.paidIn("escrow")).hasSize(before.size() + 1);
    assertThat(market.violations()).isEmpty();
    assertThat(read(id).at("/money/paid/amount").asText()).isEqualTo("12.000000");
  }

  @Test
  void aPlanTellsWhatTheSignerMayPay() {
    assertThat(limits("12.00")).isEqualTo("green");
    assertThat(limits("1200.00")).isEqualTo("red");
  }

  private static String limits(String price) {
    JsonNode plan =
        Json.post(stack.api() + "/v1/hire-plans", request("plan-1").replace("12.00", price))
            .expect(200)
            .body();
    for (JsonNode check : plan.at("/preflight/checks")) {
      if (check.get("name").asText().equals("limits")) {
        return check.get("status").asText();
      }
    }
    throw new AssertionError("no check of limits: " + plan);
  }

  private static JsonNode begin() {
    return Json.post(stack.api() + "/v1/hires", request("kill-1")).expect(201).body();
  }

  private static String request(String reference) {
    return """
            {"account":"opencontract","externalRef":"%s","openContract":{"worker":"%s"},"milestones":[
              {"key":"m1","name":"Bird calls","description":"Name the bird in each of 500 clips.",
               "amount":{"amount":"12.00","currency":"USDC"},
               "openContract":{"acceptanceCriteria":["every clip is named","names are in Latin"]}}]}
            """
        .formatted(reference, market.worker());
  }

  private static JsonNode read(String id) {
    return Json.get(stack.api() + "/v1/hires/" + id).expect(200).body();
  }

  /** Confirms the pending approval of a kind, once it is asked for. */
  private static void decide(String hire, String kind) {
    JsonNode approval =
        Await.until(
            kind + " is asked for",
            PATIENCE,
            () -> {
              JsonNode pending =
                  Json.get(
                          stack.api()
                              + "/v1/approvals?status=pending&kind="
                              + kind
                              + "&hire="
                              + hire)
                      .expect(200)
                      .body()
                      .get("items");
              return pending.isEmpty() ? Optional.empty() : Optional.of(pending.get(0));
            });
    String url = stack.api() + "/v1/approvals/" + approval.get("id").asText() + "/decision";
    Json.commandUntilTaken(
            "POST",
            url,
            "confirm-" + approval.get("id").asText(),
            "{\"decision\":\"confirm\",\"termsDigest\":\"%s\"}"
                .formatted(approval.get("termsDigest").asText()))
        .expect(200);
  }
}
