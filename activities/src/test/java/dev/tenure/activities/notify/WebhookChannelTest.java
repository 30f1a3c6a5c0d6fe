package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.http.RawPeer;
import dev.tenure.model.hire.ApprovalKind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);

  private final Receiver receiver;
  private final WebhookChannel channel;

  WebhookChannelTest() throws IOException {
    receiver = new Receiver();
    channel =
        new WebhookChannel(
            "webhook",
            HTTP,
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
    String body = "{\"test\": 2432232314}";
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

  /** A server that speaks no HTTP/2 must not be offered it: some then read no body. */
  @Test
  void oneRequestOfHttp11IsSentWithItsBody() throws Exception {
    StringBuilder heard = new StringBuilder();
    try (RawPeer plain =
        new RawPeer(
            socket -> {
              // Whatever of the request did not come with its first bytes.
              socket.setSoTimeout(500);
              try {
                for (int b; (b = socket.getInputStream().read()) >= 0; ) {
                  heard.append((char) b);
                }
              } catch (SocketTimeoutException allIsHere) {
                RawPeer.say(socket, "HTTP/1.1 204 No Content\r\n\r\n");
              }
              socket.close();
            })) {
      new WebhookChannel(
              "webhook",
              HTTP,
              plain.address("http"),
              WebhookSecret.of(SECRET),
              InstantSource.fixed(Notices.NOW))
          .deliver(Notices.funding("webhook", 1));
      assertThat(plain.heard()).hasSize(1);
      String request = plain.heard().getFirst() + heard;
      assertThat(request)
          .startsWith("POST /x HTTP/1.1\r\n")
          .doesNotContainIgnoringCase("upgrade:")
          .doesNotContainIgnoringCase("http2-settings")
          .containsIgnoringCase("user-agent: Tenure/")
          .containsPattern("(?i)content-length: [1-9]")
          .contains("\"type\":\"approval.reminder\"")
          .endsWith("}");
    }
  }

  @Test
  void aReceiverWhoseAnswerDripsIsCutAtTheDeadline() throws Exception {
    try (RawPeer dripping =
        new RawPeer(
            socket -> {
              RawPeer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
              while (!socket.isClosed()) {
                RawPeer.say(socket, ".");
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
              }
            })) {
      WebhookPost post =
          new WebhookPost(
              HTTP,
              dripping.address("http"),
              InstantSource.system(),
              new HttpLimits(Duration.ofMillis(700), 1 << 20));
      assertThatThrownBy(() -> post.send("{}", Map.of()))
          .isInstanceOf(UndeliveredException.class)
          .hasMessageContaining("no whole answer within PT0.7S");
    }
  }

  @Test
  void whatDoesNotApplyIsToldAsNull() throws Exception {
    channel.deliver(Notices.of("webhook", 1, ApprovalKind.CONTRACT_END, "m1", Notices.DEADLINE));
    assertThat(receiver.taken().getFirst().body())
        .contains("\"amount\":null,\"feesEstimated\":null");
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
