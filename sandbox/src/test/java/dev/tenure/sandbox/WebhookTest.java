package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class WebhookTest extends SandboxTest {
  private record Heard(String type, String delivery, String signature, String body) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private HttpServer subscriber;
  private volatile int answer = 204;

  @BeforeEach
  void listen() throws IOException {
    heard.clear();
    answer = 204;
    subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    subscriber.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          heard.add(
              new Heard(
                  exchange.getRequestHeaders().getFirst("X-OpenTrain-Event"),
                  exchange.getRequestHeaders().getFirst("X-OpenTrain-Delivery"),
                  exchange.getRequestHeaders().getFirst("X-OpenTrain-Signature"),
                  body));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    subscriber.start();
  }

  @AfterEach
  void hangUp() {
    subscriber.stop(0);
  }

  @Test
  void anEventIsDeliveredAsTheFeedShowsItAndSigned() throws Exception {
    String secret = subscribe("approval.confirmed").text("secret");
    String cursor = market.get("/updates?limit=200").text("nextCursor");
    market.hired("prp_4");
    await(() -> heard.size() == 1);
    Heard one = heard.getFirst();
    assertThat(one.type()).isEqualTo("approval.confirmed");
    Reply feed = market.get("/updates?cursor=" + cursor);
    int last = feed.size("events") - 1;
    assertThat(Reply.parse(one.body())).isEqualTo(feed.at("events." + last));
    assertThat(one.signature()).isEqualTo(signature(secret, one.body()));
  }

  @Test
  void aFailedDeliveryIsTriedAfterOneFiveThirtyAndAHundredTwentyMinutes() {
    subscribe("approval.confirmed");
    answer = 500;
    market.hired("prp_4");
    await(() -> heard.size() == 1);
    int attempts = 1;
    for (int minutes : List.of(1, 5, 30, 120)) {
      int expected = attempts + 1;
      awaitAttempts(attempts);
      clock.pass(Duration.ofMinutes(minutes).minusSeconds(1));
      assertThat(heard).hasSize(attempts);
      clock.pass(Duration.ofSeconds(1));
      await(() -> heard.size() == expected);
      attempts = expected;
    }
    assertThat(heard.stream().map(Heard::delivery).distinct()).hasSize(1);
    assertThat(heard.stream().map(Heard::signature).distinct()).hasSize(5);
    await(() -> deliveries().contains("\"FAILED\""));
    clock.pass(Duration.ofDays(1));
    assertThat(heard).hasSize(5);
  }

  @Test
  void aDeletedSubscriptionHearsNothingMore() {
    String id = subscribe("proposal.status_changed").text("webhook.id");
    Reply deleted = market.send("DELETE", Market.API + "/webhooks/" + id, "");
    assertThat(deleted.text("deleted")).isEqualTo("true");
    subscribe("approval.confirmed");
    market.hired("prp_4");
    await(() -> !heard.isEmpty());
    assertThat(heard).extracting(Heard::type).containsExactly("approval.confirmed");
    assertThat(market.get("/webhooks/" + id).status()).isEqualTo(404);
  }

  @Test
  void theSecretIsShownOnceOnly() {
    Reply made = subscribe("contract.created");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("secret")).startsWith("whsec_");
    assertThat(market.get("/webhooks").body()).doesNotContain("whsec_");
  }

  @Test
  void aWrongSubscriptionIsNamed() {
    assertThat(post("ftp://example.com", "contract.created").text("details.field"))
        .isEqualTo("url");
    assertThat(post("http://example.com", "contract.created").text("details.field"))
        .isEqualTo("url");
    assertThat(post("https://example.com", "contract.ended").text("details.field"))
        .isEqualTo("eventTypes");
  }

  @Test
  void theReadScopeOfEveryEventIsNeeded() {
    market.control(
        "PUT", "/accounts/acc_1", "{\"scopes\": [\"webhooks:manage\", \"proposals:read\"]}");
    assertThat(post("https://example.com", "proposal.received").status()).isEqualTo(201);
    Reply refused = post("https://example.com", "contract.created");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("details.requiredScopes.0")).isEqualTo("payments:read");
  }

  @Test
  void theEleventhSubscriptionIsOneTooMany() {
    for (int i = 0; i < 10; i++) {
      assertThat(subscribe("contract.created").status()).isEqualTo(201);
    }
    Reply refused = subscribe("contract.created");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("details.reason")).isEqualTo("webhook_limit_reached");
  }

  @Test
  void tenDeliveriesInARowThatFailDisableIt() {
    String id = subscribe("approval.confirmed").text("webhook.id");
    answer = 400;
    for (int i = 1; i <= 10; i++) {
      market.hired("prp_" + i);
    }
    for (int attempts = 1; attempts <= 5; attempts++) {
      int expected = attempts;
      await(() -> deliveries().split("\"attempts\":" + expected, -1).length == 11);
      clock.pass(Duration.ofHours(2));
    }
    assertThat(market.get("/webhooks/" + id).text("webhook.status")).isEqualTo("DISABLED");
    assertThat(market.get("/webhooks/" + id).text("webhook.disabledReason")).isNotEmpty();
    market.hired("prp_11");
    assertThat(deliveries().split("\"attempts\"", -1)).hasSize(11);
  }

  private void awaitAttempts(int attempts) {
    await(() -> deliveries().contains("\"attempts\":" + attempts));
  }

  private String deliveries() {
    return market.control("GET", "/deliveries").body();
  }

  private Reply subscribe(String type) {
    return post("http://127.0.0.1:" + subscriber.getAddress().getPort() + "/hook", type);
  }

  private Reply post(String url, String type) {
    return market.post(
        "/webhooks", "{\"url\": \"%s\", \"eventTypes\": [\"%s\"]}".formatted(url, type));
  }

  private String signature(String secret, String body) throws Exception {
    long seconds = clock.instant().getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] made = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(made);
  }
}
