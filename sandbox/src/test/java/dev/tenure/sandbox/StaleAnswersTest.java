package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults in which the parts of the marketplace disagree, or chance has a say. */
class StaleAnswersTest extends SandboxTest {
  @BeforeEach
  void lift() {
    market.control("DELETE", "/faults");
  }

  @Test
  void theFeedLagsBehindTheTruthAndThenCatchesUp() {
    String cursor = market.get("/updates?limit=200").text("nextCursor");
    order("{\"path\": \"/updates\", \"kind\": \"feed_lag\", \"delayMs\": 5000, \"times\": 9}");
    market.hired("prp_4");
    Reply early = market.get("/updates?cursor=" + cursor);
    assertThat(early.size("events")).isZero();
    assertThat(early.text("nextCursor")).isEqualTo(cursor);
    clock.pass(Duration.ofSeconds(5));
    assertThat(market.get("/updates?cursor=" + cursor).size("events")).isEqualTo(4);
  }

  @Test
  void theFeedMayTellThingsTwiceOrTheWrongWayRound() {
    List<String> plain = ids(market.get("/updates?limit=3"));
    order("{\"path\": \"/updates\", \"kind\": \"feed_duplicate\"}");
    assertThat(ids(market.get("/updates?limit=3")))
        .isEqualTo(plain.stream().flatMap(id -> Stream.of(id, id)).toList());
    order("{\"path\": \"/updates\", \"kind\": \"feed_reorder\"}");
    Reply reordered = market.get("/updates?limit=3");
    assertThat(ids(reordered)).isEqualTo(plain.reversed());
    assertThat(reordered.text("nextCursor")).isEqualTo(plain.getLast());
  }

  @Test
  void aContractCanBeReadOnlyAfterItsApproval() {
    order("{\"path\": \"/contracts/*\", \"kind\": \"contract_late\", \"times\": 9}");
    order("{\"path\": \"/contracts\", \"kind\": \"contract_late\", \"times\": 9}");
    String contract = market.hired("prp_4");
    Reply hidden = market.get("/contracts/" + contract);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text("details.contractId")).isEqualTo(contract);
    assertThat(market.get("/contracts").size("contracts")).isZero();
    clock.pass(Duration.ofSeconds(5));
    assertThat(market.get("/contracts/" + contract).status()).isEqualTo(200);
    assertThat(market.get("/contracts").size("contracts")).isEqualTo(1);
  }

  @Test
  void anApprovalReadsAsPendingAfterItsContractIsThere() {
    order("{\"path\": \"/approvals/*\", \"kind\": \"approval_late\", \"times\": 9}");
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    String approval = "/approvals/" + asked.text("approval.id");
    market.confirmed(asked);
    assertThat(market.get("/contracts").size("contracts")).isEqualTo(1);
    assertThat(market.get(approval).at("approval")).isEqualTo(asked.at("approval"));
    clock.pass(Duration.ofSeconds(5));
    assertThat(market.get(approval).text("approval.status")).isEqualTo("confirmed");
  }

  @Test
  void theSameSeedStrikesTheSameRequests() {
    String fault =
        "{\"path\": \"/contracts\", \"kind\": \"status\", \"times\": 1000,"
            + " \"probability\": 0.4, \"seed\": %d}";
    List<Integer> first = statuses(fault.formatted(7));
    assertThat(statuses(fault.formatted(7))).isEqualTo(first);
    assertThat(statuses(fault.formatted(8))).isNotEqualTo(first);
    assertThat(first).contains(200, 503);
  }

  @Test
  void aTokenIsRevokedInTheMiddleOfItsWork() {
    Market other = market.as(market.post("/tokens", "{}").text("token"));
    assertThat(other.get("/contracts").status()).isEqualTo(200);
    order("{\"path\": \"/contracts\", \"kind\": \"revoke_token\"}");
    assertThat(other.get("/contracts").status()).isEqualTo(401);
    assertThat(other.get("/auth/me").status()).isEqualTo(401);
    assertThat(market.get("/contracts").status()).isEqualTo(200);
  }

  @Test
  void aScopeIsWithdrawnInTheMiddleOfTheWork() {
    order(
        "{\"path\": \"/contracts\", \"kind\": \"withdraw_scopes\","
            + " \"scopes\": [\"payments:read\", \"payments:write\"]}");
    Reply refused = market.get("/contracts");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("details.requiredScopes.0")).isEqualTo("payments:read");
    assertThat(market.get("/proposals/prp_1").status()).isEqualTo(200);
  }

  @Test
  void aLimitMayNameTheDateOfTheWayBack() {
    order("{\"path\": \"/contracts\", \"kind\": \"rate_limit_date\", \"delayMs\": 90000}");
    Reply limited = market.get("/contracts");
    Instant back =
        ZonedDateTime.parse(limited.header("Retry-After"), DateTimeFormatter.RFC_1123_DATE_TIME)
            .toInstant();
    assertThat(back).isEqualTo(clock.instant().plusSeconds(90));
  }

  @Test
  void anAnswerMayBeFarTooBigAndStillBeJson() {
    order("{\"path\": \"/contracts\", \"kind\": \"oversized\", \"bytes\": 3000000}");
    Reply big = market.get("/contracts");
    assertThat(big.body()).hasSize(3_000_000);
    assertThat(big.size("contracts")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"path\": \"/x\", \"kind\": \"delay\", \"probability\": 1.5} | probability",
        "{\"path\": \"/x\", \"kind\": \"delay\", \"probability\": 0} | probability",
        "{\"path\": \"/x\", \"kind\": \"delay\", \"seed\": -1} | seed",
        "{\"path\": \"/x\", \"kind\": \"oversized\", \"bytes\": 99999999} | bytes",
        "{\"path\": \"/x\", \"kind\": \"withdraw_scopes\"} | scopes",
        "{\"path\": \"/x\", \"kind\": \"webhook_lost\"} | path",
        "{\"path\": \"/x\", \"kind\": \"delay\", \"event\": \"y\"} | event",
        "{\"path\": \"/x\", \"kind\": \"delay\", \"delay\": 5} | delay"
      })
  void aWrongOrderIsNamed(String body, String field) {
    Reply refused = market.control("POST", "/faults", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo(field);
    assertThat(market.control("GET", "/faults").size("faults")).isZero();
  }

  private List<Integer> statuses(String fault) {
    lift();
    order(fault);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      statuses.add(market.get("/contracts").status());
    }
    return statuses;
  }

  private static List<String> ids(Reply page) {
    List<String> ids = new ArrayList<>();
    page.at("events").values().forEach(event -> ids.add(Reply.in(event, "id").getStringValue()));
    return ids;
  }

  private void order(String body) {
    Reply ordered = market.control("POST", "/faults", body);
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
  }
}
