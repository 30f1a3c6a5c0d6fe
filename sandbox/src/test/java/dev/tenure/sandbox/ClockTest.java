package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall's clock of these tests stands still; only the marketplace's moves. */
class ClockTest extends SandboxTest {
  private static final long THREE_DAYS = Duration.ofDays(3).toMillis();

  @Test
  void seventyTwoHoursPassAtOnce() {
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    assertThat(expiry(asked)).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
    advance(THREE_DAYS);
    Reply read = market.get("/approvals/" + asked.text("approval.id"));
    assertThat(read.text("approval.status")).isEqualTo("expired");
    assertThat(expiry(read)).isEqualTo(clock.instant());
    assertThat(read.text("approval.createdAt")).isEqualTo("2026-06-12T09:30:00.000Z");
  }

  @Test
  void aFasterClockShowsTheDeadlineThatAClientsOwnTimerReaches() {
    set("{\"speed\": 3600}");
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    String id = asked.text("approval.id");
    assertThat(expiry(asked)).isEqualTo(clock.instant().plusSeconds(72));
    clock.pass(Duration.ofMillis(71_999));
    assertThat(market.get("/approvals/" + id).text("approval.status")).isEqualTo("pending");
    clock.pass(Duration.ofMillis(1));
    Reply expired = market.get("/approvals/" + id);
    assertThat(expired.text("approval.status")).isEqualTo("expired");
    assertThat(expired.text("approval.createdAt")).isEqualTo("2026-06-12T09:30:00.000Z");
    assertThat(expiry(expired)).isEqualTo(Instant.parse(expired.text("approval.resolvedAt")));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.3, 7, 60, 1234.5, 99999})
  void anApprovalEndsExactlyAtTheTimeThatItShows(double speed) {
    set("{\"speed\": " + speed + ", \"approvalWindowMs\": 1234567}");
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    String path = "/approvals/" + asked.text("approval.id");
    clock.pass(Duration.between(clock.instant(), expiry(asked)).minusMillis(1));
    assertThat(market.get(path).text("approval.status")).isEqualTo("pending");
    clock.pass(Duration.ofMillis(1));
    assertThat(market.get(path).text("approval.status")).isEqualTo("expired");
  }

  @Test
  void anotherSpeedMovesTheDeadlinesOfWhatIsPending() {
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    clock.pass(Duration.ofHours(36));
    set("{\"speed\": 2}");
    Reply read = market.get("/approvals/" + asked.text("approval.id"));
    assertThat(expiry(read)).isEqualTo(clock.instant().plus(Duration.ofHours(18)));
  }

  @Test
  void aShortWindowIsHonestOnTheWall() {
    assertThat(set("{\"approvalWindowMs\": 30000}").number("approvalWindowMs")).isEqualTo(30_000);
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    assertThat(expiry(asked)).isEqualTo(clock.instant().plusSeconds(30));
  }

  @Test
  void topUpsTokensAndClaimsExpireByTheSameClock() {
    Reply topUp = market.post("/credits/top-ups", "{\"amountUsd\": 50}");
    Instant end = clock.instant().plus(Duration.ofHours(5));
    Reply token = market.post("/tokens", "{\"expiresAt\": \"" + end + "\"}");
    assertThat(token.text("metadata.expiresAt")).startsWith("2026-06-12T14:30:00");
    Market other = market.as(token.text("token"));
    String claim = market.send("POST", "/api/agent/identity", "{}").text("claim_token");
    advance(Duration.ofHours(25).toMillis());
    assertThat(other.get("/auth/me").status()).isEqualTo(401);
    assertThat(market.get("/credits/top-ups/" + topUp.text("topUpId")).text("topUp.status"))
        .isEqualTo("EXPIRED");
    String begin = "{\"claim_token\": \"%s\", \"email\": \"a@b.example\"}".formatted(claim);
    assertThat(market.send("POST", "/api/agent/identity/claim", begin).status()).isEqualTo(400);
  }

  @Test
  void aTokensEndIsMeantOnTheCallersClockAtAnySpeed() {
    set("{\"speed\": 60}");
    Instant end = clock.instant().plusSeconds(10);
    Reply made = market.post("/tokens", "{\"expiresAt\": \"" + end + "\"}");
    Market other = market.as(made.text("token"));
    clock.pass(Duration.ofMillis(9_990));
    assertThat(other.get("/auth/me").status()).isEqualTo(200);
    clock.pass(Duration.ofMillis(20));
    assertThat(other.get("/auth/me").status()).isEqualTo(401);
  }

  @Test
  void webhookRetriesFollowTheClock() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    HttpServer subscriber =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    subscriber.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(heard.incrementAndGet() < 5 ? 500 : 204, -1);
          exchange.close();
        });
    subscriber.start();
    try {
      market.post(
          "/webhooks",
          "{\"url\": \"http://127.0.0.1:%d/\", \"eventTypes\": [\"approval.confirmed\"]}"
              .formatted(subscriber.getAddress().getPort()));
      market.hired("prp_4");
      // Each pause by itself: in a longer one, an attempt that ends in time is followed by the
      // next.
      int attempts = 0;
      for (int minutes : new int[] {1, 5, 30, 120}) {
        String tried = "\"attempts\":" + ++attempts;
        await(() -> market.control("GET", "/deliveries").body().contains(tried));
        advance(Duration.ofMinutes(minutes).toMillis());
      }
      await(() -> market.control("GET", "/deliveries").body().contains("DELIVERED"));
      assertThat(heard).hasValue(5);
    } finally {
      subscriber.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /clock | {\"speed\": 0} | speed",
        "PUT | /clock | {\"speed\": 1e7} | speed",
        "PUT | /clock | {\"offsetMs\": 1.5} | offsetMs",
        "PUT | /clock | {\"offsetMs\": 4000} | offsetMs",
        "PUT | /clock | {\"approvalWindowMs\": 0} | approvalWindowMs",
        "PUT | /clock | {\"sped\": 2} | sped",
        "POST | /clock/advance | {} | ms",
        "POST | /clock/advance | {\"ms\": -1} | ms"
      })
  void aWrongOrderIsNamedAndTheClockGoesOnAsBefore(
      String method, String path, String body, String field) {
    advance(5_000);
    String before = market.control("GET", "/clock").body();
    Reply refused = market.control(method, path, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo(field);
    assertThat(market.control("GET", "/clock").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /clock | {\"speed\": 1000, \"bogus\": 1}",
        "POST | /clock/advance | {\"ms\": 3600000, \"bogus\": 1}"
      })
  void aRefusedRequestDoesNotMoveTheClock(String method, String path, String body) {
    String before = market.control("GET", "/clock").body();
    assertThat(market.control(method, path, body).text("details.field")).isEqualTo("bogus");
    assertThat(market.control("GET", "/clock").body()).isEqualTo(before);
  }

  @Test
  void aTokenMayLastLongerThanTheFastestClockCanCount() {
    set("{\"speed\": 1000000}");
    Reply made = market.post("/tokens", "{\"expiresAt\": \"9999-12-31T23:59:59Z\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.text("metadata.expiresAt")).matches("\\d{4}-.*Z");
  }

  @Test
  void aResetBringsTheClockBackToTheWall() {
    advance(THREE_DAYS);
    assertThat(market.control("GET", "/clock").number("offsetMs")).isEqualTo(THREE_DAYS);
    market.control("POST", "/reset");
    assertThat(market.control("GET", "/clock").number("offsetMs")).isZero();
  }

  private static Instant expiry(Reply reply) {
    return Instant.parse(reply.text("approval.expiresAt"));
  }

  private void advance(long ms) {
    assertThat(market.control("POST", "/clock/advance", "{\"ms\": " + ms + "}").status())
        .isEqualTo(200);
  }

  private Reply set(String body) {
    Reply set = market.control("PUT", "/clock", body);
    assertThat(set.status()).as(set.body()).isEqualTo(200);
    return set;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0001", "1000001"})
  void aSpeedHasOneRangeInAnswersAndInTheDocument(String speed) {
    Reply refused = market.control("PUT", "/clock", "{\"speed\": " + speed + "}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("error")).isEqualTo("speed must be from 0.001 to 1000000");
    assertThat(market.send("GET", "/sandbox/openapi.json", "").body())
        .containsPattern("\"speed\":\\{[^}]*\"minimum\":0\\.001")
        .containsPattern("\"speed\":\\{[^}]*\"maximum\":1000000");
  }
}
