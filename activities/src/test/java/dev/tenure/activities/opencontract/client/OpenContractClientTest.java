package dev.tenure.activities.opencontract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.Samples;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.client.OpenContractClient.Payable;
import dev.tenure.activities.opencontract.signer.Signing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** The client against a server that answers as it is told. */
class OpenContractClientTest {

  private static final String ME = "/agents/0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);
  private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(20), 1 << 20);

  private final Marketplace market = new Marketplace(OpenContractClient.PATH);
  private Instant now = NOW;
  private final OpenContractClient client = client(new Allowance(1000), new ShutdownSignal());

  OpenContractClientTest() {
    market
        .on(
            "POST",
            ME + "/challenge",
            Reply.json(200, data("{\"challengeId\":\"ch_1\",\"message\":\"Sign me\"}")))
        .on("POST", ME + "/api-key", issued("k1"), issued("k2"), issued("k3"))
        .on(
            "POST",
            ME + "/api-key/revoke",
            Reply.json(200, data("{\"address\":\"0x\",\"revokedCount\":1}")))
        .on("GET", "/protocol", Reply.json(200, data("{\"disputeBondRatio\":0.05}")));
  }

  @AfterEach
  void close() {
    market.close();
  }

  @Test
  void theFirstCallAsksForAKeyBySignatureAndTheNextOnesUseIt() throws Exception {
    client.protocol();
    client.protocol();
    assertThat(market.asked())
        .extracting(Marketplace.Asked::path)
        .containsExactly(ME + "/challenge", ME + "/api-key", "/protocol", "/protocol");
    assertThat(keys("/protocol")).containsExactly("Bearer oc_live_k1", "Bearer oc_live_k1");
    assertThat(market.asked().getFirst().authorization()).isNull();
    var proof = Samples.tree(market.asked().get(1).body());
    assertThat(proof.path("challengeId").asText()).isEqualTo("ch_1");
    assertThat(proof.path("label").asText()).isEqualTo("tenure");
    byte[] message = "Sign me".getBytes(StandardCharsets.UTF_8);
    assertThat(
            "0x"
                + Keys.getAddress(
                    Sign.signedPrefixedMessageToKey(
                        message, Sign.signatureDataFromHex(proof.path("signature").asText()))))
        .isEqualTo(Signing.PAYER.text());
  }

  @Test
  void aKeyThatIsRefusedIsReplacedOnceAndTheCallRepeated() throws Exception {
    market.on(
        "GET",
        "/contracts/c",
        unauthorized(),
        Reply.json(200, Samples.text("opencontract", "contract")));
    client.protocol();
    now = NOW.plus(Duration.ofMinutes(1));
    assertThat(client.contract("c").id()).isEqualTo("contract_xyz789");
    assertThat(keys("/contracts/c")).containsExactly("Bearer oc_live_k1", "Bearer oc_live_k2");
  }

  @Test
  void aKeyThatIsRefusedRightAfterItWasIssuedIsARefusalAndNoLoop() throws Exception {
    market.on("GET", "/contracts/c", unauthorized());
    client.protocol();
    now = NOW.plus(Duration.ofMinutes(1));
    for (int call = 0; call < 3; call++) {
      OpenContractRefusal refused =
          catchThrowableOfType(OpenContractRefusal.class, () -> client.contract("c"));
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.meaning()).isInstanceOf(OpenContractAnswer.KeyRefused.class);
    }
    assertThat(keys("/contracts/c"))
        .containsExactly(
            "Bearer oc_live_k1", "Bearer oc_live_k2", "Bearer oc_live_k2", "Bearer oc_live_k2");
    assertThat(market.asked().stream().filter(a -> a.path().endsWith("/api-key"))).hasSize(2);
  }

  @Test
  void aKeyIsRenewedBeforeItsLifeEndsAndTheOldOneRevoked() throws Exception {
    client.protocol();
    now = NOW.plus(Duration.ofDays(23));
    client.protocol();
    now = NOW.plus(Duration.ofDays(24));
    client.protocol();
    assertThat(keys("/protocol"))
        .containsExactly("Bearer oc_live_k1", "Bearer oc_live_k1", "Bearer oc_live_k2");
    var revocation =
        market.asked().stream().filter(a -> a.path().endsWith("/revoke")).findFirst().orElseThrow();
    assertThat(Samples.tree(revocation.body()).path("keyId").asText()).isEqualTo("id-k1");
    assertThat(client.keys().issuedAt()).contains(now);
  }

  @Test
  void aRenewalThatFailsLeavesTheKeyAtHandAndIsTriedLater() throws Exception {
    client.protocol();
    now = NOW.plus(Duration.ofDays(24));
    market.on("POST", ME + "/api-key", Reply.json(503, ""));
    client.protocol();
    client.protocol();
    assertThat(market.asked().stream().filter(a -> a.path().endsWith("/api-key"))).hasSize(2);
    market.on("POST", ME + "/api-key", issued("k9"));
    now = now.plus(Duration.ofMinutes(5));
    client.protocol();
    assertThat(keys("/protocol"))
        .containsExactly(
            "Bearer oc_live_k1", "Bearer oc_live_k1", "Bearer oc_live_k1", "Bearer oc_live_k9");
  }

  @Test
  void aChallengeThatCannotBeSignedIsNotSigned() {
    market.on(
        "POST",
        ME + "/challenge",
        Reply.json(200, data("{\"challengeId\":\"ch\",\"message\":\" \"}")));
    assertThat(catchThrowableOfType(Unavailable.class, client::protocol))
        .hasMessageContaining("without a challenge");
    assertThat(market.asked()).hasSize(1);
  }

  @Test
  void aListIsReadRowByRowWithItsCursor() throws Exception {
    String path = "/contracts?client=0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266&limit=100";
    market.on(
        "GET",
        path + "&cursor=a%2Fb",
        Reply.json(
            200,
            "{\"data\":[{\"id\":\"c1\",\"status\":\"created\"},7,{\"status\":\"created\"}],\"meta\":{\"nextCursor\":\"n\"}}"));
    var page = client.contractsOf(Signing.PAYER, "a/b");
    assertThat(page.rows()).extracting(WorkingContract::id).containsExactly("c1");
    assertThat(page.unreadable()).isEqualTo(2);
    assertThat(page.nextCursor()).isEqualTo("n");
  }

  @Test
  void actionsAreCalledWithoutABodyAndAnswerWithTheContract() throws Exception {
    Reply contract = Reply.json(200, Samples.text("opencontract", "contract"));
    market.on("POST", "/contracts/c/cancel", contract).on("POST", "/contracts/c/approve", contract);
    assertThat(client.cancel("c").id()).isEqualTo("contract_xyz789");
    assertThat(client.approve("c").id()).isEqualTo("contract_xyz789");
    assertThat(market.asked("POST").getLast().body()).isEmpty();
  }

  @Test
  void anAgentWithoutARecordYetIsNoError() throws Exception {
    market.on(
        "GET",
        "/agents/0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/resume",
        Reply.json(404, Samples.text("opencontract", "not-found")),
        Reply.json(200, data("{\"completedContracts\":3}")));
    assertThat(client.resume(Signing.WALLET)).isEmpty();
    assertThat(client.resume(Signing.WALLET).orElseThrow().completedContracts()).isEqualTo(3);
  }

  @Test
  void aPaidCallSendsItsPaymentBesideTheKeyAndReadsTheReceipt() throws Exception {
    Call dispute = OpenContractClient.dispute("c");
    market.on(
        "POST",
        "/contracts/c/dispute",
        Reply.json(402, "{}")
            .with("Payment-Required", Signing.base64(Signing.quote("2500000", Signing.WALLET))),
        Reply.json(200, Samples.text("opencontract", "contract"))
            .with(
                "PAYMENT-RESPONSE", Signing.base64("{\"success\":true,\"transaction\":\"0x7\"}")));
    Payable paid;
    try (PaymentAttempt attempt = client.attempt(dispute, false)) {
      assertThat(attempt.quote()).isInstanceOf(Payable.Due.class);
      paid = attempt.pay(PaidCallsTest.payment());
    }
    assertThat(paid)
        .isInstanceOfSatisfying(
            Payable.Done.class, done -> assertThat(done.transaction()).isEqualTo("0x7"));
    var asked = market.asked().getLast();
    assertThat(asked.authorization()).isEqualTo("Bearer oc_live_k1");
    assertThat(asked.headers().get("Payment-signature")).hasSize(1);
  }

  @Test
  void aLostAnswerMayHaveArrivedAndARefusedConnectionDidNot() throws Exception {
    client.protocol();
    market.on("POST", "/contracts/c/approve", Reply.cut());
    assertThat(catchThrowableOfType(Unavailable.class, () -> client.approve("c")).mayHaveRun())
        .isTrue();
    market.close();
    assertThat(catchThrowableOfType(Unavailable.class, () -> client.approve("c")).mayHaveRun())
        .isFalse();
  }

  @Test
  void callsBeyondWhatTheAccountMayMakeAreNotSentAndNotCalledAnOutage() {
    OpenContractClient slow = client(new Allowance(1 / 60.0), new ShutdownSignal());
    Unavailable refused = catchThrowableOfType(Unavailable.class, slow::protocol);
    assertThat(refused.limited()).as("the marketplace refused nothing").isFalse();
    assertThat(refused.throttled()).isTrue();
    assertThat(refused.mayHaveRun()).isFalse();
    assertThat(market.asked()).as("the first call of a minute alone").hasSize(1);
  }

  @Test
  void aWorkerThatStopsSendsNoCallThatWaits() {
    ShutdownSignal shutdown = new ShutdownSignal();
    shutdown.begin();
    Unavailable stopped =
        catchThrowableOfType(
            Unavailable.class, () -> client(new Allowance(1000), shutdown).protocol());
    assertThat(stopped.mayHaveRun()).isFalse();
    assertThat(market.asked()).isEmpty();
  }

  private OpenContractClient client(Allowance allowance, ShutdownSignal shutdown) {
    return new OpenContractClient(
        new HttpTransport(HTTP, market.base(), null, LIMITS),
        allowance,
        Signing.signer(),
        "tenure",
        shutdown,
        () -> now);
  }

  private List<String> keys(String path) {
    return market.asked().stream()
        .filter(asked -> asked.path().equals(path))
        .map(asked -> String.valueOf(asked.authorization()))
        .toList();
  }

  private static Reply issued(String key) {
    return Reply.json(
        201, data("{\"apiKey\":\"oc_live_%s\",\"keyId\":\"id-%s\"}".formatted(key, key)));
  }

  private static Reply unauthorized() {
    return Reply.json(401, "{\"error\":{\"code\":\"unauthorized\",\"message\":\"no\"}}");
  }

  private static String data(String json) {
    return "{\"data\":" + json + "}";
  }
}
