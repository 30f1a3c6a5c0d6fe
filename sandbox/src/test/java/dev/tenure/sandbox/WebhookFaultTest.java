package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookFaultTest extends SandboxTest {
  private Subscriber subscriber = new Subscriber();
  private String secret = "";

  @BeforeEach
  void listen() {
    market.control("DELETE", "/faults");
    subscriber = new Subscriber();
    secret = subscriber.subscribe(market, "approval.confirmed");
  }

  @AfterEach
  void hangUp() {
    subscriber.close();
  }

  @Test
  void aLostDeliveryCountsAsDeliveredAndNeverArrives() {
    order("{\"kind\": \"webhook_lost\", \"event\": \"approval.confirmed\"}");
    market.hired("prp_4");
    await(() -> market.control("GET", "/deliveries").body().contains("lost on purpose"));
    market.hired("prp_5");
    await(() -> subscriber.heard.size() == 1);
    assertThat(subscriber.heard.getFirst().body()).contains("apr_");
    await(() -> !market.control("GET", "/deliveries").body().contains("PENDING"));
    assertThat(subscriber.heard).hasSize(1);
  }

  @Test
  void aDoubledDeliveryComesTwiceUnderOneId() {
    order("{\"kind\": \"webhook_doubled\"}");
    market.hired("prp_4");
    await(() -> subscriber.heard.size() == 2);
    assertThat(subscriber.heard.stream().map(Subscriber.Heard::delivery).distinct()).hasSize(1);
  }

  @Test
  void aLateDeliveryIsOvertakenByTheNext() {
    order("{\"kind\": \"webhook_late\", \"delayMs\": 60000}");
    market.hired("prp_4");
    await(() -> market.control("GET", "/faults").number("faults.0.hits") == 1);
    market.hired("prp_5");
    await(() -> subscriber.heard.size() == 1);
    clock.pass(Duration.ofMinutes(1));
    await(() -> subscriber.heard.size() == 2);
    assertThat(event(0)).isGreaterThan(event(1));
  }

  @Test
  void aForgedDeliveryDoesNotBearTheSecretAndTheGenuineOneFollows() {
    order("{\"kind\": \"webhook_forged\"}");
    market.hired("prp_4");
    await(() -> subscriber.heard.size() == 2);
    assertThat(subscriber.heard)
        .extracting(one -> one.genuine(secret))
        .containsExactly(false, true);
  }

  @Test
  void aStaleDeliveryIsSignedWellButLongAgo() {
    order("{\"kind\": \"webhook_stale\"}");
    market.hired("prp_4");
    await(() -> subscriber.heard.size() == 2);
    assertThat(subscriber.heard).allMatch(one -> one.genuine(secret));
    assertThat(subscriber.heard.get(1).signedAt() - subscriber.heard.getFirst().signedAt())
        .isEqualTo(600);
  }

  @Test
  void anotherTypeOfEventIsLeftAlone() {
    order("{\"kind\": \"webhook_lost\", \"event\": \"contract.created\"}");
    market.hired("prp_4");
    await(() -> subscriber.heard.size() == 1);
    assertThat(market.control("GET", "/faults").number("faults.0.hits")).isZero();
  }

  private long event(int index) {
    return Long.parseLong(
        Reply.in(Reply.parse(subscriber.heard.get(index).body()), "id").getStringValue());
  }

  private void order(String body) {
    assertThat(market.control("POST", "/faults", body).status()).isEqualTo(201);
  }
}
