package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What becomes of the people, and of time itself, when the clock is moved by order. */
class ClockMoverTest extends SandboxTest {
  private static final Duration A_MONTH = Duration.ofDays(30);

  @Test
  void whoeverMeantToDecideInTheTimeThatWasPassedHasDecided() {
    people("\"approvals\": [{\"decision\": \"confirm\", \"delayMs\": 3600000}]");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    pass(A_MONTH);
    assertThat(status(id)).isEqualTo("confirmed");
  }

  @Test
  void whatFollowsFromADecisionHappensInTheTimeThatWasPassedAsWell() {
    people(
        "\"approvals\": [{\"decision\": \"confirm\", \"beforeExpiryMs\": 1, \"twice\": true}],"
            + " \"trainer\": {\"requestPayout\": true, \"delayMs\": 86400000}");
    market.post("/proposals/prp_4/hire", Market.HIRE);
    market.post("/proposals/prp_5/hire", Market.HIRE);
    pass(A_MONTH);
    String contracts = market.get("/contracts").body();
    assertThat(contracts.split("\"pendingApproval\":true", -1)).hasSize(3);
  }

  @Test
  void anOffsetIsReachedByTheSameWay() {
    people("\"approvals\": [{\"decision\": \"decline\", \"delayMs\": 3600000}]");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    Reply set = clock("PUT", "", "{\"offsetMs\": %d}".formatted(A_MONTH.toMillis()));
    assertThat(set.number("offsetMs")).isEqualTo(A_MONTH.toMillis());
    assertThat(status(id)).isEqualTo("declined");
  }

  @Test
  void aSweeperThatWasSwitchedOffLeavesAnApprovalToItsReaders() {
    market.control("PUT", "/settings", "{\"sweeper\": true}");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    market.control("PUT", "/settings", "{\"sweeper\": false}");
    String cursor = market.get("/updates?limit=200").text("nextCursor");
    pass(A_MONTH);
    assertThat(market.get("/updates?cursor=" + cursor).size("events")).isZero();
    assertThat(status(id)).isEqualTo("expired");
    assertThat(market.get("/updates?cursor=" + cursor).size("events")).isEqualTo(1);
  }

  @Test
  void noTimeIsLostByOrdersToAFastClock() {
    AtomicReference<Instant> wall = new AtomicReference<>(clock.instant());
    InstantSource everLater = () -> wall.updateAndGet(time -> time.plusMillis(1));
    try (Sandbox fast = Sandbox.start(Map.of(), everLater)) {
      Market there = new Market(fast.url());
      Reply begin = there.control("PUT", "/clock", "{\"speed\": 10000}");
      for (int i = 0; i < 20; i++) {
        there.control("POST", "/clock/advance", "{\"ms\": 5000}");
        there.control("PUT", "/clock", "{\"speed\": 10000}");
      }
      Reply end = there.control("GET", "/clock");
      assertThat(between(begin, end, "now"))
          .isEqualTo(between(begin, end, "wall").multipliedBy(10_000).plusSeconds(100));
    }
  }

  private static Duration between(Reply begin, Reply end, String clock) {
    return Duration.between(Instant.parse(begin.text(clock)), Instant.parse(end.text(clock)));
  }

  private void pass(Duration time) {
    clock("POST", "/advance", "{\"ms\": %d}".formatted(time.toMillis()));
  }

  private Reply clock(String method, String path, String body) {
    Reply reply = market.control(method, "/clock" + path, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply;
  }

  private void people(String policy) {
    assertThat(market.control("PUT", "/people", "{" + policy + "}").status()).isEqualTo(200);
  }

  private String status(String approvalId) {
    return market.get("/approvals/" + approvalId).text("approval.status");
  }
}
