package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense of every kind is answered with words, never with a failure of the server. */
class MalformedRequestTest extends SandboxTest {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
  private static final List<String> PATHS =
      List.of(
          "/api/public/v1/proposals/%s/hire",
          "/api/public/v1/proposals/%s",
          "/api/public/v1/contracts/%s/milestones",
          "/api/public/v1/contracts?status=%s",
          "/api/public/v1/milestones/%s/fund",
          "/api/public/v1/updates?cursor=%s",
          "/api/public/v1/credits/ledger?limit=%s",
          "/api/public/v1/credits/top-ups",
          "/api/public/v1/messages?limit=%s",
          "/api/public/v1/messages",
          "/api/public/v1/tokens/%s",
          "/api/public/v1/webhooks",
          "/api/public/v1/job-drafts",
          "/api/public/v1/jobs/changes?since=%s",
          "/api/agent/identity",
          "/api/agent/identity/claim",
          "/sandbox/people",
          "/sandbox/settings",
          "/sandbox/accounts/%s",
          "/sandbox/proposals",
          "/sandbox/scenario",
          "/sandbox/clock",
          "/sandbox/clock/advance",
          "/sandbox/accounts/%s/tokens",
          "/console/accounts/%s",
          "/console/clock",
          "/console/people",
          "/console/faults",
          "/?q=%s",
          "/sandbox/faults",
          "/sandbox/approvals/%s/confirm",
          "/sandbox/contracts/%s/usage",
          "/approvals/%s/confirm",
          "/claim?token=%s");
  private static final List<String> IDS =
      List.of(
          "prp_4",
          "acc_1",
          "none",
          "0",
          "-1",
          "99999999999999999999",
          "%%00",
          "%%F0%%9F",
          "a%%2Fb");
  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "{",
          "\"text\"",
          "{\"milestone\": null}",
          "{\"milestone\": {\"name\": \"\\u0000\\ud800\", \"amount\": 1}}",
          "{\"milestone\": {\"name\": [], \"amount\": {}}}",
          "{\"milestone\": {\"name\": \"x\", \"amount\": 1e999999999}}",
          "{\"milestone\": {\"name\": \"x\", \"amount\": 99999999999999999999}}",
          "{\"description\": {}, \"amountUsd\": -0.0}",
          "{\"description\": \"x\", \"amountUsd\": 1e-30, \"volume\": 1e30}",
          "{\"approvals\": [null]}",
          "{\"approvals\": [{\"decision\": \"edit\", \"delayMs\": 1e3}]}",
          "{\"trainer\": []}",
          "{\"count\": 0.5}",
          "{\"speed\": 1e-9, \"offsetMs\": 1e18, \"ms\": -1}",
          "{\"accounts\": [{\"id\": \"a/b\"}], \"jobs\": 1}",
          "{\"accounts\": [], \"contracts\": [{}]}",
          "{\"path\": \"/**\", \"kind\": \"refuse\", \"times\": 1e12}",
          "{\"url\": \"http://[\", \"eventTypes\": [1]}",
          "{\"url\": \"https://x y\", \"eventTypes\": []}",
          "{\"seconds\": 1e18}",
          "{\"dueDate\": \"+999999999-12-31\"}",
          "{\"scopes\": [null], \"features\": {\"\": 1}}",
          "[".repeat(5_000));

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void nonsenseIsRefusedInWords(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      String method = any(random, METHODS);
      String path = any(random, PATHS).formatted(any(random, IDS).formatted());
      String body = any(random, BODIES);
      Reply reply = market.send(method, path, method.equals("GET") ? "" : body);
      assertThat(reply.status())
          .as("%s %s %s: %s", method, path, body, reply.body())
          .isLessThan(500);
    }
    assertThat(market.get("/contracts").status()).isEqualTo(200);
    market.control("DELETE", "/faults");
  }

  private static String any(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
