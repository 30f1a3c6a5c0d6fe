package dev.tenure.activities.opencontract.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.signer.MemoryPaymentIntents;
import dev.tenure.activities.opencontract.signer.Signing;
import dev.tenure.model.account.AccountFacts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of an account of OpenContract. */
class OpenContractAccountReaderTest {

  private final Marketplace market = new Marketplace(OpenContractClient.PATH);

  OpenContractAccountReaderTest() {
    String me = "/agents/" + Signing.PAYER.text();
    market
        .on("POST", me + "/challenge", ok("{\"challengeId\":\"ch\",\"message\":\"Sign me\"}"))
        .on("POST", me + "/api-key", ok("{\"apiKey\":\"oc_live_planted\",\"keyId\":\"k\"}"))
        .on("GET", "/protocol", ok("{\"disputeBondRatio\":0.05}"));
  }

  @AfterEach
  void close() {
    market.close();
  }

  @Test
  void anAccountWhoseCallsAreAllTakenByItsHiresIsStillAcceptedAndTheMarketplaceNotSilent() {
    Allowance allowance = new Allowance(1);
    OpenContractAccountReader reader = reader(allowance);
    assertThat(reader.read().tokenAccepted()).isTrue();

    IntStream.range(0, 60).forEach(call -> allowance.reserve(1, Duration.ofMinutes(2)));
    AccountFacts facts = reader.read();

    assertThat(facts.tokenAccepted()).isTrue();
    assertThat(facts.trouble())
        .startsWith("not looked at just now: GET /protocol was not sent")
        .doesNotContain("does not answer");
  }

  private OpenContractAccountReader reader(Allowance allowance) {
    OpenContractClient client =
        new OpenContractClient(
            new HttpTransport(
                new HttpExchange(HttpSettings.DIRECT), market.base(), null, HttpLimits.USUAL),
            allowance,
            Signing.signer(),
            "tenure",
            new ShutdownSignal(),
            InstantSource.system());
    return new OpenContractAccountReader(
        client,
        Signing.PAYER,
        Signing.policy("100", "1000"),
        new MemoryPaymentIntents(),
        null,
        InstantSource.system());
  }

  private static Reply ok(String data) {
    return Reply.json(200, "{\"data\":" + data + "}");
  }
}
