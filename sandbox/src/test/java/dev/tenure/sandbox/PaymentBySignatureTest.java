package dev.tenure.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The two steps of a paid call (x402). */
class PaymentBySignatureTest extends OpenContractTest {

  @Test
  void theQuoteStandsInTheHeaderUnderBothNamesOfTheAmount() {
    Reply unpaid = client.post("/contracts", direct().json());
    assertThat(unpaid.status()).isEqualTo(402);
    JsonNode quote = Agent.quote(unpaid);
    assertThat(Reply.in(quote, "x402Version").getIntValue()).isEqualTo(2);
    assertThat(Reply.in(quote, "error").getStringValue()).isEqualTo("Payment required");
    assertThat(Reply.in(quote, "resource", "url").getStringValue())
        .isEqualTo(sandbox.url() + Agent.API + "/contracts");
    assertThat(accepted(unpaid, "scheme")).isEqualTo("exact");
    assertThat(accepted(unpaid, "network")).isEqualTo("eip155:84532");
    assertThat(accepted(unpaid, "amount")).isEqualTo("100000000");
    assertThat(accepted(unpaid, "maxAmountRequired")).isEqualTo("100000000");
    assertThat(accepted(unpaid, "payTo")).matches("0x[0-9a-f]{40}");
  }

  @Test
  void theQuoteStandsInTheBodyTooAndAsTheFirstVersionHasIt() {
    Reply unpaid = client.post("/contracts", direct().json());
    assertThat(unpaid.number("x402Version")).isEqualTo(1);
    assertThat(unpaid.text("accepts.0.maxAmountRequired")).isEqualTo("100000000");
    assertThat(unpaid.text("accepts.0.payTo")).isEqualTo(accepted(unpaid, "payTo"));
  }

  @Test
  void theBodyIsEmptyWhereThatIsAskedFor() {
    settings("{\"quoteInBody\": false}");
    Reply unpaid = client.post("/contracts", direct().json());
    assertThat(unpaid.body()).isEqualTo("{}");
    assertThat(payTo(unpaid)).matches("0x[0-9a-f]{40}");
  }

  @Test
  void aPaymentIsSettledAndReceiptedInBothHeaders() {
    String body = direct().json();
    Reply unpaid = client.post("/contracts", body);
    long before = balance(client.address());
    Reply paid = ok(client.post("/contracts", body, client.payment(Agent.quote(unpaid))));
    assertThat(paid.header("PAYMENT-RESPONSE")).isEqualTo(paid.header("X-PAYMENT-RESPONSE"));
    JsonNode receipt = Reply.parse(Agent.decoded(paid.header("PAYMENT-RESPONSE")));
    assertThat(Reply.in(receipt, "success").getBooleanValue()).isTrue();
    assertThat(Reply.in(receipt, "payer").getStringValue()).isEqualTo(client.address());
    assertThat(Reply.in(receipt, "transaction").getStringValue()).matches("0x[0-9a-f]{64}");
    assertThat(before - balance(client.address())).isEqualTo(100_000_000);
  }

  @Test
  void theFirstVersionOfThePaymentIsTaken() {
    String body = direct().json();
    JsonNode quote = Agent.quote(client.post("/contracts", body));
    Map<String, Object> payload = client.payload(client.authorization(quote));
    payload.remove("accepted");
    payload.putAll(Map.of("x402Version", 1, "scheme", "exact", "network", "base-sepolia"));
    String header = Agent.header(payload).values().iterator().next();
    ok(client.post("/contracts", body, Map.of("X-PAYMENT", header)));
  }

  static Stream<Arguments> wrongFields() {
    String other = "0x1111111111111111111111111111111111111111";
    return Stream.of(
        wrong("recipient_mismatch", fields -> fields.put("to", other)),
        wrong("authorization_value", fields -> fields.put("value", "99999999")),
        wrong("authorization_value", fields -> fields.put("value", "100000001")),
        wrong("valid_before", fields -> fields.put("validBefore", "1781256600")),
        wrong("valid_after", fields -> fields.put("validAfter", "1781256600")));
  }

  private static Arguments wrong(String reason, Consumer<Map<String, Object>> change) {
    return Arguments.of(reason, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongFields")
  void aPaymentThatDoesNotFitTheQuoteIsRefusedWithAFreshQuote(
      String reason, Consumer<Map<String, Object>> change) {
    assertThat(clock.instant().getEpochSecond()).isEqualTo(1_781_256_600);
    String body = direct().json();
    Map<String, Object> fields = client.authorization(Agent.quote(client.post("/contracts", body)));
    change.accept(fields);
    unpaid(client.post("/contracts", body, Agent.header(client.payload(fields))), reason);
  }

  @Test
  void aSignatureOfAnotherTokenChainOrWalletIsNotTaken() {
    String body = direct().json();
    JsonNode quote = Agent.quote(client.post("/contracts", body));
    Map<String, Object> fields = client.authorization(quote);
    for (String signature :
        List.of(
            client.signature(fields, "USD Coin", 84_532),
            client.signature(fields, "USDC", 8_453),
            stranger.signature(fields),
            Agent.mirrored(client.signature(fields)),
            "0x" + "00".repeat(65),
            "0x" + "ff".repeat(64) + "1b")) {
      unpaid(
          client.post("/contracts", body, Agent.header(Agent.payload(fields, signature))),
          "payload_signature");
    }
    Map<String, Object> network = client.payload(fields);
    network.put("accepted", Map.of("scheme", "exact", "network", "eip155:8453"));
    unpaid(client.post("/contracts", body, Agent.header(network)), "invalid_network");
    ok(client.post("/contracts", body, Agent.header(client.payload(fields))));
  }

  @Test
  void nobodyPaysForAnother() {
    String body = direct().json();
    JsonNode quote = Agent.quote(client.post("/contracts", body));
    refused(client.post("/contracts", body, stranger.payment(quote)), 403, "forbidden");
  }

  @Test
  void whatIsNoPaymentIsNamed() {
    String body = direct().json();
    JsonNode quote = Agent.quote(client.post("/contracts", body));
    refused(
        client.post("/contracts", body, Map.of("PAYMENT-SIGNATURE", "%%%")),
        400,
        "invalid_request");
    Map<String, Object> fields = client.authorization(quote);
    fields.remove("nonce");
    Reply reply =
        client.post(
            "/contracts", body, Agent.header(Agent.payload(fields, "0x" + "00".repeat(65))));
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message"))
        .contains("PAYMENT-SIGNATURE", "payload.authorization.nonce");
  }

  @Test
  void aNonceWorksOnce() {
    // The bond is as high as the price, so that the same authorisation would pay for both.
    settings("{\"parameters\": {\"disputeBondRatio\": 1}}");
    String body = direct().json();
    JsonNode quote = Agent.quote(client.post("/contracts", body));
    Map<String, String> payment = client.payment(quote);
    String id = ok(client.post("/contracts", body, payment)).text("data.id");
    ok(worker.paid("/contracts/" + id + "/accept", "{\"accept\": true}"));
    ok(worker.post("/contracts/" + id + "/delivery", "{\"delivery\": \"ipfs://work\"}"));
    unpaid(
        client.post("/contracts/" + id + "/dispute", "", payment), "payload_authorization_nonce");
    ok(client.paid("/contracts/" + id + "/dispute", ""));
  }

  @Test
  void anEmptyWalletPaysNothingAndTheNextQuoteLeadsElsewhere() {
    market.control(
        "PUT", "/opencontract/agents/" + client.address(), "{\"balanceUnits\": 99999999}");
    String body = direct().json();
    Reply first = client.post("/contracts", body);
    Reply failed = client.post("/contracts", body, client.payment(Agent.quote(first)));
    unpaid(failed, "insufficient_funds");
    JsonNode receipt = Reply.parse(Agent.decoded(failed.header("PAYMENT-RESPONSE")));
    assertThat(Reply.in(receipt, "success").getBooleanValue()).isFalse();
    assertThat(payTo(failed)).isNotEqualTo(payTo(first));
    assertThat(balance(client.address())).isEqualTo(99_999_999);
    market.control(
        "PUT", "/opencontract/agents/" + client.address(), "{\"balanceUnits\": 100000000}");
    ok(client.paid("/contracts", body));
    assertThat(balance(client.address())).isZero();
  }

  @Test
  void everyPaymentOfAContractGoesIntoItsOneWallet() {
    settings("{\"parameters\": {\"backupAgentBondRatio\": 0.05}}");
    String wallet = payTo(client.post("/contracts", direct().json()));
    String id = created(direct());
    assertThat(payTo(worker.post("/contracts/" + id + "/accept", "{\"accept\": true}")))
        .isEqualTo(wallet);
    ok(worker.paid("/contracts/" + id + "/accept", "{\"accept\": true}"));
    ok(worker.post("/contracts/" + id + "/delivery", "{\"delivery\": \"ipfs://work\"}"));
    assertThat(payTo(client.post("/contracts/" + id + "/dispute", ""))).isEqualTo(wallet);
    ok(client.paid("/contracts/" + id + "/dispute", ""));
    Reply quoted = stranger.post("/contracts/" + id + "/votes", ballot("met", "met"));
    assertThat(payTo(quoted)).isEqualTo(wallet);
    assertThat(accepted(quoted, "amount")).isEqualTo("10000000");
  }

  private static String payTo(Reply unpaid) {
    assertThat(unpaid.status()).as(unpaid.body()).isEqualTo(402);
    return accepted(unpaid, "payTo");
  }

  private static String accepted(Reply unpaid, String field) {
    JsonNode first = requireNonNull(Reply.in(Agent.quote(unpaid), "accepts").get(0));
    return Reply.in(first, field).getStringValue();
  }

  private void unpaid(Reply reply, String reason) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(402);
    assertThat(Reply.in(Agent.quote(reply), "error").getStringValue()).contains(reason);
    assertThat(client.get("/contracts?status=disputed").size("data")).isZero();
  }
}
