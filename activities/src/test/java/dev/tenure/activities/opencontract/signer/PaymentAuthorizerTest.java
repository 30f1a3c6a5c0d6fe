package dev.tenure.activities.opencontract.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentAuthorizerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final PaymentIntent INTENT =
      new PaymentIntent("create:k-1", Signing.usdc("2.5"), null);

  private final MemoryPaymentIntents intents = new MemoryPaymentIntents();
  private final AtomicInteger signatures = new AtomicInteger();
  private Instant now = NOW;

  @Test
  void aPaymentOfVersionTwoCarriesWhatWasQuotedAndANonceThatWasRecordedBefore() throws Exception {
    SignedPayment payment =
        authorizer("100", "100").authorize(INTENT, quoted("2500000")).orElseThrow();
    assertThat(payment.header()).isEqualTo("PAYMENT-SIGNATURE");
    JsonNode json = decoded(payment);
    assertThat(json.path("x402Version").asInt()).isEqualTo(2);
    assertThat(json.at("/resource/url").asText()).isEqualTo("https://market.example/v1/contracts");
    assertThat(json.at("/accepted/amount").asText()).isEqualTo("2500000");
    assertThat(json.at("/accepted/payTo").asText()).isEqualTo(Signing.WALLET.text());
    assertThat(json.at("/accepted/maxTimeoutSeconds").asInt()).isEqualTo(60);
    JsonNode authorization = json.at("/payload/authorization");
    assertThat(authorization.path("from").asText()).isEqualTo(Signing.PAYER.text());
    assertThat(authorization.path("value").asText()).isEqualTo("2500000");
    assertThat(authorization.path("validBefore").asLong()).isEqualTo(NOW.getEpochSecond() + 60);
    assertThat(json.at("/payload/signature").asText()).hasSize(132);
    assertThat(intents.find(INTENT.id()).orElseThrow().authorization().nonce())
        .isEqualTo(authorization.path("nonce").asText());
    assertThat(payment.toString()).isEqualTo("PAYMENT-SIGNATURE");
  }

  @Test
  void aPaymentOfVersionOneHasItsOwnFormAndHeader() throws Exception {
    String quote =
        """
        {"x402Version":1,"accepts":[{"scheme":"exact","network":"base-sepolia","payTo":"%s","asset":"%s",
          "maxAmountRequired":"2500000","resource":"https://market.example/x","maxTimeoutSeconds":30}]}
        """
            .formatted(Signing.WALLET.text(), Signing.USDC.text());
    SignedPayment payment =
        authorizer("100", "100").authorize(INTENT, Signing.required(quote)).orElseThrow();
    assertThat(payment.header()).isEqualTo("X-PAYMENT");
    JsonNode json = decoded(payment);
    assertThat(json.path("x402Version").asInt()).isEqualTo(1);
    assertThat(json.path("scheme").asText()).isEqualTo("exact");
    assertThat(json.path("network").asText()).isEqualTo("base-sepolia");
    assertThat(json.has("accepted")).isFalse();
    assertThat(json.at("/payload/authorization/validBefore").asLong())
        .isEqualTo(NOW.getEpochSecond() + 30);
  }

  @Test
  void aRepeatIsTheSamePaymentByteForByteUntilItsTimeIsUp() throws Exception {
    PaymentAuthorizer authorizer = authorizer("100", "100");
    SignedPayment first = authorizer.authorize(INTENT, quoted("2500000")).orElseThrow();
    RecordedPayment recorded = authorizer.recorded(INTENT).orElseThrow();
    now = NOW.plusSeconds(59);
    assertThat(authorizer.repeat(INTENT, recorded)).contains(first);
    now = NOW.plusSeconds(60);
    assertThat(authorizer.repeat(INTENT, recorded)).isEmpty();
  }

  @Test
  void noSecondPaymentIsSignedUntilTheFirstIsProvenUnpaid() throws Exception {
    PaymentAuthorizer authorizer = authorizer("100", "100");
    authorizer.authorize(INTENT, quoted("2500000"));
    RecordedPayment first = authorizer.recorded(INTENT).orElseThrow();
    now = NOW.plus(Duration.ofDays(1));
    assertThat(refusal(authorizer, "2500000").field()).isEqualTo("intent");
    assertThatThrownBy(() -> authorizer.unpaid(first, NOW.plusSeconds(100)))
        .as("a look while the signature could still be settled")
        .isInstanceOf(IllegalStateException.class);
    assertThat(refusal(authorizer, "2500000").field()).isEqualTo("intent");
    authorizer.unpaid(first, first.authorization().worthlessFrom());
    authorizer.authorize(INTENT, quoted("2500000"));
    assertThat(authorizer.recorded(INTENT).orElseThrow().authorization().nonce())
        .isNotEqualTo(first.authorization().nonce());
  }

  @ParameterizedTest
  @CsvSource({
    // what the quote says instead, and the field that is named
    "\"scheme\":\"exact\", \"scheme\":\"upto\", scheme",
    "eip155:84532, eip155:8453, network",
    "eip155:84532, solana, network",
    "0x036cbd53842c5426634e7929541ec2318f3dcf7e, 0x036cbd53842c5426634e7929541ec2318f3dcf7f, asset",
    "2500000, 2500001, amount",
    "2500000, 2499999, amount",
    "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 0x0000000000000000000000000000000000000000, payTo",
    "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266, payTo",
    "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 0x036cbd53842c5426634e7929541ec2318f3dcf7e, payTo"
  })
  void aQuoteThatDiffersFromWhatIsAllowedAndDueIsRefusedByItsFieldAndNothingIsSigned(
      String allowed, String quoted, String field) {
    String quote = Signing.quote("2500000", Signing.WALLET).replace(allowed, quoted);
    PaymentRefusedException refused =
        catchThrowableOfType(
            PaymentRefusedException.class,
            () -> authorizer("100", "100").authorize(INTENT, Signing.required(quote)));
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused).hasMessageStartingWith("nothing was signed");
    assertNothingSigned();
  }

  @Test
  void aQuoteAboveTheLimitOfAPaymentIsRefusedAndOneAtItIsPaid() throws Exception {
    PaymentRefusedException refused =
        catchThrowableOfType(
            PaymentRefusedException.class,
            () -> authorizer("2.499999", "100").authorize(INTENT, quoted("2500000")));
    assertThat(refused.field()).isEqualTo("amount");
    assertThat(refused).hasMessageContaining("2.499999 USDC");
    assertNothingSigned();
    authorizer("2.5", "100").authorize(INTENT, quoted("2500000"));
    assertThat(signatures).hasValue(1);
  }

  @Test
  void aPaymentAboveWhatIsLeftOfTheDayIsRefusedAndPaidTheNext() throws Exception {
    PaymentAuthorizer authorizer = authorizer("3", "4");
    authorizer.authorize(INTENT, quoted("2500000"));
    PaymentIntent second = new PaymentIntent("create:k-2", Signing.usdc("2.5"), null);
    PaymentRefusedException refused =
        catchThrowableOfType(
            PaymentRefusedException.class, () -> authorizer.authorize(second, quoted("2500000")));
    assertThat(refused).hasMessageContaining("4.000000 USDC").hasMessageContaining("24 hours");
    assertThat(signatures).hasValue(1);
    now = NOW.plus(Duration.ofHours(24));
    authorizer.authorize(second, quoted("2500000"));
    assertThat(signatures).hasValue(2);
  }

  @Test
  void anotherWalletThanTheContractsIsRefused() {
    PaymentIntent bond =
        new PaymentIntent("dispute:c", Signing.usdc("2.5"), new Address("0x" + "bb".repeat(20)));
    assertThat(
            catchThrowableOfType(
                    PaymentRefusedException.class,
                    () -> authorizer("9", "9").authorize(bond, quoted("2500000")))
                .field())
        .isEqualTo("payTo");
    assertNothingSigned();
  }

  @Test
  void aSignatureIsNeverValidForLongWhateverTheQuoteAsksFor() throws Exception {
    String quote =
        Signing.quote("2500000", Signing.WALLET)
            .replace("\"scheme\"", "\"maxTimeoutSeconds\":2000000000,\"scheme\"");
    authorizer("9", "9").authorize(INTENT, Signing.required(quote));
    assertThat(intents.find(INTENT.id()).orElseThrow().authorization().validBefore())
        .isEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void theFirstWayThatKeepsTheLimitsIsTaken() throws Exception {
    String way =
        "{\"scheme\":\"exact\",\"network\":\"%s\",\"payTo\":\"%s\",\"asset\":\"%s\",\"amount\":\"2500000\"}";
    String quote =
        "{\"x402Version\":2,\"accepts\":[7,%s,%s]}"
            .formatted(
                way.formatted("eip155:1", Signing.WALLET.text(), Signing.USDC.text()),
                way.formatted(Signing.NETWORK, Signing.WALLET.text(), Signing.USDC.text()));
    authorizer("9", "9").authorize(INTENT, Signing.required(quote));
    assertThat(intents.find(INTENT.id()).orElseThrow().authorization().quote().network())
        .isEqualTo(Signing.NETWORK);
  }

  @ParameterizedTest
  @CsvSource({"5, 4, perPayment", "-1, 4, perPayment", "0.0000001, 4, perPayment"})
  void limitsThatAreNoneAreRefusedByTheirField(String payment, String day, String field) {
    assertThatThrownBy(() -> Signing.policy(payment, day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(field);
  }

  @Test
  void aNetworkThatIsNoneIsRefused() {
    assertThatThrownBy(
            () ->
                new PaymentPolicy(
                    Signing.usdc("1"),
                    Signing.usdc("1"),
                    Set.of("sepolia"),
                    Set.of(Signing.USDC),
                    Set.of()))
        .hasMessageContaining("networks")
        .hasMessageContaining("eip155:");
  }

  @ParameterizedTest
  @CsvSource({
    "2500000, 2.5, maxAmountRequired",
    "2500000, 0, maxAmountRequired",
    "2500000, -1, maxAmountRequired",
    "2500000, 1e9, maxAmountRequired",
    "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 0xaa, payTo",
    "0x036cbd53842c5426634e7929541ec2318f3dcf7e, usdc, asset",
    "maxAmountRequired, somethingElse, maxAmountRequired"
  })
  void aQuoteThatCannotBeReadNamesItsField(String good, String bad, String field) {
    String quote = Signing.quote("2500000", Signing.WALLET).replace(good, bad);
    assertThatThrownBy(() -> PaymentRequired.read(null, quote.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableQuoteException.class)
        .hasMessageStartingWith(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"%%%|base64", "e30=|accepts", "bm8=|JSON"})
  void aHeaderThatIsNoQuoteIsTold(String header, String words) {
    assertThatThrownBy(() -> PaymentRequired.read(header, new byte[0]))
        .isInstanceOf(UnreadableQuoteException.class)
        .hasMessageContaining(words);
  }

  private void assertNothingSigned() {
    assertThat(signatures).hasValue(0);
    assertThat(intents.find(INTENT.id())).isEmpty();
  }

  private PaymentRefusedException refusal(PaymentAuthorizer authorizer, String units) {
    return catchThrowableOfType(
        PaymentRefusedException.class, () -> authorizer.authorize(INTENT, quoted(units)));
  }

  private static PaymentRequired quoted(String units) {
    return Signing.required(Signing.quote(units, Signing.WALLET));
  }

  private PaymentAuthorizer authorizer(String perPayment, String perDay) {
    LocalPaymentSigner signer = Signing.signer();
    PaymentSigner counted =
        new PaymentSigner() {
          @Override
          public Address address() {
            return signer.address();
          }

          @Override
          public String signTransfer(TransferAuthorization authorization) {
            signatures.incrementAndGet();
            assertThat(
                    intents.find(INTENT.id()).isPresent() || intents.find("create:k-2").isPresent())
                .as("recorded before it is signed")
                .isTrue();
            return signer.signTransfer(authorization);
          }

          @Override
          public String signMessage(String message) {
            return signer.signMessage(message);
          }
        };
    return new PaymentAuthorizer(counted, Signing.policy(perPayment, perDay), intents, () -> now);
  }

  private static JsonNode decoded(SignedPayment payment) {
    return Samples.tree(
        new String(Base64.getDecoder().decode(payment.value()), StandardCharsets.UTF_8));
  }
}
