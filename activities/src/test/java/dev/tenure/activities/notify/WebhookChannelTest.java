package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final Receiver receiver;
  private final WebhookChannel channel;

  WebhookChannelTest() throws IOException {
    receiver = new Receiver();
    channel =
        new WebhookChannel(
            "webhook",
            receiver.address(),
            WebhookSecret.of(SECRET),
            InstantSource.fixed(Notices.NOW));
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void aReceiverCanVerifyTheBytesThatItGot() throws Exception {
    channel.deliver(Notices.funding("webhook", 2));
    Receiver.Taken taken = receiver.taken().getFirst();
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((taken.id() + "." + taken.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
    String wanted =
        "v1,"
            + Base64.getEncoder()
                .encodeToString(mac.doFinal(taken.body().getBytes(StandardCharsets.UTF_8)));
    assertThat(taken.signature()).isEqualTo(wanted);
    assertThat(taken.timestamp()).isEqualTo("" + Notices.NOW.getEpochSecond());
  }

  /** The example of the Standard Webhooks specification's own libraries. */
  @Test
  void theSignatureIsThatOfTheStandard() {
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    assertThat(WebhookSecret.of(SECRET).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aRepeatedDeliveryHasTheSameIdAndAnotherReminderAnotherOne() throws Exception {
    channel.deliver(Notices.funding("webhook", 2));
    channel.deliver(Notices.funding("webhook", 2));
    channel.deliver(Notices.funding("webhook", 3));
    assertThat(receiver.taken())
        .extracting(Receiver.Taken::id)
        .containsExactly("apr_1.2.webhook", "apr_1.2.webhook", "apr_1.3.webhook");
  }

  @Test
  void theBodyTellsEverythingThatADecisionNeeds() throws Exception {
    channel.deliver(Notices.funding("webhook", 2));
    JsonNode body = receiver.taken().getFirst().json();
    assertThat(body.get("type").asText()).isEqualTo("approval.reminder");
    assertThat(body.get("timestamp").asText()).isEqualTo("2026-11-21T10:00:00Z");
    JsonNode data = body.get("data");
    assertThat(data.toString())
        .isEqualTo(
            "{\"hireId\":\"hir_1\",\"proposalId\":\"prp_1\",\"approvalId\":\"apr_1\","
                + "\"kind\":\"milestone_fund\",\"milestone\":\"m2 (Night frames)\","
                + data.get("amount").toString().transform(json -> "\"amount\":" + json + ",")
                + data.get("feesEstimated")
                    .toString()
                    .transform(json -> "\"feesEstimated\":" + json + ",")
                + "\"url\":\"https://market.example/approvals/apr_1\","
                + "\"expiresAt\":\"2026-11-21T22:00:00Z\",\"secondsLeft\":43200,"
                + "\"number\":2,\"of\":4,\"words\":\"Reminder: fund milestone m2 (Night frames):"
                + " 250.00 USD (12 hours left)\"}");
    assertThat(data.at("/amount/amount").asText()).isEqualTo("250.00");
    assertThat(data.at("/amount/currency").asText()).isEqualTo("USD");
    assertThat(data.at("/feesEstimated/amount").asText()).isEqualTo("12.50");
  }

  @Test
  void aReceiverThatFailsIsToldSo() {
    receiver.answering(503, "");
    assertThatThrownBy(() -> channel.deliver(Notices.funding("webhook", 1)))
        .isInstanceOf(UndeliveredException.class)
        .hasMessage("127.0.0.1 answered 503");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%%"})
  void anUnfitSecretIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> WebhookSecret.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it must be whsec_ and Base64 of 24 to 64 random bytes");
  }
}
