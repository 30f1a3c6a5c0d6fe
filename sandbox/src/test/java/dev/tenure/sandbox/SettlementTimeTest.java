package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments that take their time: what they claim, and what becomes of it. */
class SettlementTimeTest extends OpenContractTest {
  private static final Duration SETTLEMENT = Duration.ofSeconds(20);
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
  private static final String ACCEPT = "{\"accept\": true}";

  @BeforeEach
  void takeTime() {
    settings("{\"settlementMs\": 20000}");
  }

  @Test
  void aCreationAnswersWhenItsPaymentHasSettledAndIsAConflictUntilThen() {
    String body = direct().json();
    Map<String, String> payment = client.payment(Agent.quote(client.post("/contracts", body)));
    long before = balance(client.address());
    CompletableFuture<Reply> created = begun(client, "/contracts", body, payment);
    refused(client.post("/contracts", body), 409, "conflict");
    refused(client.post("/contracts", body, payment), 409, "conflict");
    assertThat(client.get("/contracts?client=" + client.address()).size("data")).isZero();
    assertThat(balance(client.address())).isEqualTo(before);
    assertThat(created).isNotDone();

    clock.pass(SETTLEMENT);
    Reply contract = ok(answer(created));
    assertThat(contract.text("data.status")).isEqualTo("created");
    assertThat(contract.text("data.createdAt")).isEqualTo("2026-06-12T09:30:20Z");
    assertThat(Agent.decoded(contract.header("PAYMENT-RESPONSE"))).contains("\"success\":true");
    assertThat(before - balance(client.address())).isEqualTo(100_000_000);
    refused(client.post("/contracts", body), 409, "duplicate_contract");
  }

  @Test
  void aPaymentThatCannotBeCollectedAsksAgainForAnotherWalletAndIsRemembered() {
    String ended = createdAtOnce(direct().with("title", "ended"));
    ok(client.post("/contracts/" + ended + "/cancel", ""));
    assertThat(reliability()).isEqualTo("1.0");
    String body = direct().json();
    JsonNode quote = Agent.quote(client.post("/contracts", body));
    CompletableFuture<Reply> created = begun(client, "/contracts", body, client.payment(quote));
    holds(client, 99_999_999);

    clock.pass(SETTLEMENT);
    Reply failed = answer(created);
    assertThat(failed.status()).as(failed.body()).isEqualTo(402);
    assertThat(Agent.decoded(failed.header("PAYMENT-RESPONSE")))
        .contains("\"success\":false", "insufficient_funds");
    assertThat(payTo(Agent.quote(failed))).isNotEqualTo(payTo(quote));
    assertThat(client.get("/contracts?client=" + client.address()).size("data")).isEqualTo(1);
    assertThat(reliability()).isEqualTo("0.0");

    holds(client, 100_000_000);
    CompletableFuture<Reply> again =
        begun(client, "/contracts", body, client.payment(Agent.quote(failed)));
    clock.pass(SETTLEMENT);
    ok(answer(again));
  }

  @Test
  void anAcceptThatBeganInTimeCountsThoughTheDeadlinePassesWhileItsStakeSettles() {
    String id = createdAtOnce(direct());
    clock.pass(Duration.ofDays(1).minusSeconds(1));
    String path = "/contracts/" + id + "/accept";
    CompletableFuture<Reply> accepted =
        begun(worker, path, ACCEPT, worker.payment(Agent.quote(worker.post(path, ACCEPT))));
    clock.pass(SETTLEMENT.minusSeconds(1));
    assertThat(status(id)).isEqualTo("created");
    clock.pass(Duration.ofSeconds(1));
    assertThat(ok(answer(accepted)).text("data.status")).isEqualTo("matched");
  }

  @Test
  void aDeadlineThatWaitedForAPaymentTakesEffectWhenThePaymentFails() {
    String id = createdAtOnce(direct());
    clock.pass(Duration.ofDays(1).minusSeconds(1));
    String path = "/contracts/" + id + "/accept";
    CompletableFuture<Reply> accepted =
        begun(worker, path, ACCEPT, worker.payment(Agent.quote(worker.post(path, ACCEPT))));
    holds(worker, 0);
    clock.pass(SETTLEMENT);
    assertThat(answer(accepted).status()).isEqualTo(402);
    assertThat(status(id)).isEqualTo("cancelled-unmatched");
    refused(worker.post(path, ACCEPT), 409, "conflict");
  }

  @Test
  void aDisputeThatBeganInTimeCountsAndAnApprovalDoesNotOvertakeIt() {
    settings("{\"settlementMs\": 0}");
    String id = delivered(direct());
    takeTime();
    clock.pass(Duration.ofDays(8).minusSeconds(1));
    String path = "/contracts/" + id + "/dispute";
    CompletableFuture<Reply> disputed =
        begun(client, path, "", client.payment(Agent.quote(client.post(path, ""))));
    refused(client.post("/contracts/" + id + "/approve", ""), 409, "conflict");
    clock.pass(SETTLEMENT);
    assertThat(ok(answer(disputed)).text("data.status")).isEqualTo("disputed");
  }

  @Test
  void whoeverSettlesFirstHasATenderAndWhoeverFailsLeavesItToOthers() {
    String id = createdAtOnce(open());
    String path = "/contracts/" + id + "/accept";
    Map<String, String> late = stranger.payment(Agent.quote(stranger.post(path, ACCEPT)));
    CompletableFuture<Reply> first =
        begun(worker, path, ACCEPT, worker.payment(Agent.quote(worker.post(path, ACCEPT))));
    refused(stranger.post(path, ACCEPT, late), 409, "conflict");
    refused(client.post("/contracts/" + id + "/cancel", ""), 409, "conflict");
    holds(worker, 0);
    clock.pass(SETTLEMENT);
    assertThat(answer(first).status()).isEqualTo(402);

    CompletableFuture<Reply> second = begun(stranger, path, ACCEPT, late);
    clock.pass(SETTLEMENT);
    assertThat(ok(answer(second)).text("data.worker")).isEqualTo(stranger.address());
  }

  @Test
  void aBallotThatBeganInTimeIsCountedAndNoOtherBeginsAfterTheWindow() {
    settings("{\"settlementMs\": 0, \"parameters\": {\"backupAgentBondRatio\": 0.05}}");
    String id = disputed(direct());
    takeTime();
    clock.pass(Duration.ofHours(24).minusSeconds(1));
    String path = "/contracts/" + id + "/votes";
    String words = ballot("met", "not met");
    CompletableFuture<Reply> cast =
        begun(stranger, path, words, stranger.payment(Agent.quote(stranger.post(path, words))));
    clock.pass(Duration.ofSeconds(1));
    Agent other = agent(4);
    refused(other.post(path, words), 409, "conflict");
    clock.pass(SETTLEMENT);
    Reply votes = ok(answer(cast));
    assertThat(votes.size("data")).isEqualTo(2);
    assertThat(votes.at("data.0.majorityOutcome").isNull()).isTrue();
    Reply contract = read(id);
    assertThat(contract.text("data.status")).isEqualTo("resolved");
    assertThat(contract.text("data.criteriaMet.1")).isEqualTo("not met");
  }

  @Test
  void anAuthorisationThatCouldNotBeCollectedIsNotUsedUp() {
    String id = createdAtOnce(open());
    String path = "/contracts/" + id + "/accept";
    Map<String, String> payment = worker.payment(Agent.quote(worker.post(path, ACCEPT)));
    CompletableFuture<Reply> accepted = begun(worker, path, ACCEPT, payment);
    holds(worker, 0);
    clock.pass(SETTLEMENT);
    assertThat(answer(accepted).status()).isEqualTo(402);
    holds(worker, 5_000_000);
    CompletableFuture<Reply> again = begun(worker, path, ACCEPT, payment);
    clock.pass(SETTLEMENT);
    ok(answer(again));
    assertThat(balance(worker.address())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"settlementMs\": -1}', settlementMs",
    "'{\"settlementMs\": 86400001}', settlementMs",
    "'{\"parameters\": {\"protocolFee\": 1.1}}', parameters.protocolFee",
    "'{\"parameters\": {\"workerStakeRatio\": -0.1}}', parameters.workerStakeRatio"
  })
  void aSettingThatCannotBeIsNamed(String change, String field) {
    Reply reply = market.control("PUT", "/opencontract/settings", change);
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message")).startsWith(field);
  }

  @Test
  void aPaymentSettlesOverARestart(@TempDir Path folder) {
    Map<String, Object> properties = Map.of("sandbox.data", folder.toString());
    String body;
    String key;
    CompletableFuture<Reply> lost;
    try (Sandbox first = Sandbox.start(properties, clock)) {
      new Market(first.url()).control("PUT", "/opencontract/settings", "{\"settlementMs\": 20000}");
      Agent payer = Agent.registered(first.url(), clock, 1);
      key = payer.apiKey();
      body = direct().json();
      Map<String, String> payment = payer.payment(Agent.quote(payer.post("/contracts", body)));
      lost = begun(payer, "/contracts", body, payment);
    }
    assertThat(answered(lost)).isFalse();
    try (Sandbox second = Sandbox.start(properties, clock)) {
      Agent payer = new Agent(second.url(), clock, 1).withKey(key);
      refused(payer.post("/contracts", body), 409, "conflict");
      clock.pass(SETTLEMENT);
      await(() -> payer.get("/contracts").size("data") == 1);
      refused(payer.post("/contracts", body), 409, "duplicate_contract");
    }
  }

  /** The paid call, once the marketplace has taken its payment in. */
  private static CompletableFuture<Reply> begun(
      Agent agent, String path, String body, Map<String, String> payment) {
    CompletableFuture<Reply> call =
        CompletableFuture.supplyAsync(() -> agent.post(path, body, payment), THREADS);
    await(() -> call.isDone() || agent.post(path, body).status() == 409);
    assertThat(call).isNotDone();
    return call;
  }

  private static Reply answer(CompletableFuture<Reply> call) {
    return call.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Whether the contract came, and not the end of the process. */
  private static boolean answered(CompletableFuture<Reply> call) {
    return call.handle((reply, cut) -> cut == null && reply.status() == 200)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private String createdAtOnce(Draft draft) {
    settings("{\"settlementMs\": 0}");
    String id = created(draft);
    takeTime();
    return id;
  }

  private String reliability() {
    return client
        .get("/agents/" + client.address() + "/resume")
        .at("data.paymentReliability")
        .coerceStringValue();
  }

  private void holds(Agent agent, long units) {
    market.control(
        "PUT",
        "/opencontract/agents/" + agent.address(),
        "{\"balanceUnits\": %d}".formatted(units));
  }

  private static String payTo(JsonNode quote) {
    return Reply.in(Objects.requireNonNull(Reply.in(quote, "accepts").get(0)), "payTo")
        .getStringValue();
  }
}
