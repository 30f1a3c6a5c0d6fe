package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.Http.Answer;
import dev.tenure.journal.account.Accounts;
import dev.tenure.model.account.Marketplace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ApiKeysTest {

  private static final String ROOT = "0123456789-0123456789";
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private Stack stack;
  private Front front;
  private Http http;

  @BeforeAll
  void begin(Stack stack) {
    this.stack = stack;
    Map<String, Object> settings =
        Map.of(
            "tenure.api.keys", "root:" + ROOT, "tenure.api.rate", 1000, "tenure.api.burst", 1000);
    this.front = Front.start(stack.database(), stack.temporalPort(), settings);
    this.http = front.http();
    for (String account : List.of("default", "solo")) {
      front.bean(Accounts.class).served(account, Marketplace.OPENTRAIN, "https://market.example");
    }
  }

  @AfterAll
  void end() {
    front.close();
  }

  @Test
  void aKeyIsToldOnceAndTakenUntilItIsRevoked() {
    String name = name();
    Answer made =
        make("{\"name\":\"%s\",\"scopes\":[\"hires:read\",\"accounts:read\"]}".formatted(name));
    assertThat(made.status()).isEqualTo(201);
    String secret = made.text("/secret");
    String id = made.text("/key/id");
    assertThat(secret).startsWith("tnr_").hasSizeGreaterThan(60);
    assertThat(made.header("Location")).isEqualTo("/v1/api-keys/" + id);
    assertThat(made.text("/key/createdBy")).isEqualTo("root");
    assertThat(get("/v1/hires", secret).status()).isEqualTo(200);
    Answer read = get("/v1/api-keys/" + id, ROOT);
    assertThat(read.raw().body()).doesNotContain(secret);
    assertThat(read.text("/lastUsedAt")).isNotEqualTo("null");
    Answer listed = get("/v1/api-keys?limit=200", ROOT);
    assertThat(listed.raw().body()).contains(id).doesNotContain(secret);
    assertThat(make("{\"name\":\"%s\",\"scopes\":[\"admin\"]}".formatted(name)).text("/code"))
        .isEqualTo("name_taken");
    Answer revoked = http.send("DELETE", "/v1/api-keys/" + id, "", "X-Api-Key", ROOT);
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.json().at("/active").asBoolean()).isFalse();
    assertThat(get("/v1/hires", secret).status()).isEqualTo(401);
  }

  @Test
  void aKeyWhoseAnswerWasLostIsAnsweredAgainWithoutItsSecretAndNoOtherIsMade() {
    String body = "{\"name\":\"%s\",\"scopes\":[\"hires:read\"]}".formatted(name());
    String key = "make-" + UUID.randomUUID();
    Answer made = make(body, "Idempotency-Key", key);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Idempotency-Key")).isEqualTo(key);
    assertThat(made.json().at("/note").isNull()).isTrue();

    Answer again = make(body.replace(",", " , "), "Idempotency-Key", key);
    assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
    assertThat(again.header("Idempotency-Key")).isEqualTo(key);
    assertThat(again.header("Cache-Control")).isEqualTo("no-store");
    assertThat(again.json().at("/key")).isEqualTo(made.json().at("/key"));
    assertThat(again.json().at("/secret").isNull()).isTrue();
    assertThat(again.text("/note"))
        .contains("DELETE /v1/api-keys/" + made.text("/key/id"))
        .contains("Idempotency-Key of its own");

    http.send("DELETE", "/v1/api-keys/" + made.text("/key/id"), "", "X-Api-Key", ROOT);
    Answer revoked = make(body, "Idempotency-Key", key);
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.json().at("/key/active").asBoolean()).isFalse();
  }

  @Test
  void aKeyWhoseAnswerWasLostIsAnsweredAgainAlsoAfterItHasExpired() throws Exception {
    Instant expiry = Instant.now().plusSeconds(2);
    String body =
        "{\"name\":\"%s\",\"scopes\":[\"hires:read\"],\"expiresAt\":\"%s\"}"
            .formatted(name(), expiry);
    String key = "make-" + UUID.randomUUID();
    Answer made = make(body, "Idempotency-Key", key);
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    while (Instant.now().isBefore(expiry)) {
      Thread.onSpinWait();
    }
    Answer again = make(body, "Idempotency-Key", key);
    assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
    assertThat(again.text("/key/id")).isEqualTo(made.text("/key/id"));
    assertThat(make(body).status()).as("without its key it is another request").isEqualTo(422);
  }

  @Test
  void theIdempotencyKeyOfAnotherKeyMakesNone() {
    String key = "make-" + UUID.randomUUID();
    String body = "{\"name\":\"%s\",\"scopes\":[\"hires:read\"]}";
    assertThat(make(body.formatted(name()), "Idempotency-Key", key).status()).isEqualTo(201);
    String other = name();
    Answer refused = make(body.formatted(other), "Idempotency-Key", key);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("idempotency_key_reused");
    assertThat(get("/v1/api-keys?limit=200", ROOT).raw().body()).doesNotContain(other);
  }

  @Test
  void aNameThatIsTakenIsRefusedAlsoWhereTheRequestHasAKeyAndIsTakenOnceItIsFree() {
    String body = "{\"name\":\"%s\",\"scopes\":[\"hires:read\"]}".formatted(name());
    Answer first = make(body);
    String key = "make-" + UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      assertThat(make(body, "Idempotency-Key", key).text("/code")).isEqualTo("name_taken");
    }
    http.send("DELETE", "/v1/api-keys/" + first.text("/key/id"), "", "X-Api-Key", ROOT);
    assertThat(make(body, "Idempotency-Key", key).status()).isEqualTo(201);
  }

  @Test
  void requestsAtOnceWithOneIdempotencyKeyMakeOneKey() {
    String body = "{\"name\":\"%s\",\"scopes\":[\"hires:read\"]}".formatted(name());
    String key = "make-" + UUID.randomUUID();
    List<Answer> answers =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> make(body, "Idempotency-Key", key)))
            .limit(6)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .extracting(answer -> answer.text("/key/id"))
        .containsOnly(answers.getFirst().text("/key/id"));
  }

  @Test
  void aRevokedKeyIsTurnedAwayByAnotherFrontWithinSeconds() {
    String secret = key("hires:read");
    Map<String, Object> keys = Map.of("tenure.api.keys", "root:" + ROOT);
    try (Front other = Front.start(stack.database(), stack.temporalPort(), keys)) {
      assertThat(other.http().get("/v1/hires", "X-Api-Key", secret).status()).isEqualTo(200);
      String id = "key_" + secret.substring(4, 20);
      http.send("DELETE", "/v1/api-keys/" + id, "", "X-Api-Key", ROOT);
      Until.holds(
          "the other front asks the journal again",
          () -> other.http().get("/v1/hires", "X-Api-Key", secret).status() == 401);
    }
  }

  @Test
  void aKeyThatIsWrittenWronglyIsRefusedWithEverythingThatIsWrong() {
    Answer refused =
        make(
            "{\"name\":\"a b\",\"scopes\":[\"hires\"],\"accounts\":[],\"expiresAt\":\"2001-01-01T00:00:00Z\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/name", "/scopes/0", "/accounts", "/expiresAt");
    assertThat(refused.json().path("errors").findValuesAsText("detail"))
        .anyMatch(detail -> detail.startsWith("scopes[0] must be one of: hires:read, "));
    Answer nothing = make("{\"name\":\"x\",\"scopes\":[null],\"accounts\":[\"default\",null]}");
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.json().path("errors").findValuesAsText("pointer"))
        .allMatch(pointer -> pointer.startsWith("/scopes") || pointer.startsWith("/accounts"));
    Answer unreadable =
        make("{\"name\":\"x\",\"scopes\":[\"admin\"],\"expiresAt\":\"2099-12-31 00:00:00Z\"}");
    assertThat(unreadable.status()).isEqualTo(422);
    assertThat(unreadable.text("/errors/0/code")).isEqualTo("bad_time");
    assertThat(make("{\"name\":\"root\",\"scopes\":[\"admin\"]}").text("/code"))
        .isEqualTo("name_taken");
    assertThat(
            make("{\"name\":\"x\",\"scopes\":[\"admin\"],\"accounts\":[\"solo\"]}").text("/detail"))
        .contains("admin");
  }

  @Test
  void aKeyWithoutScopesIsNotMade() {
    for (String body : List.of("{\"name\":\"y4\"}", "{\"name\":\"y4\",\"scopes\":null}")) {
      Answer refused = make(body);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.errors()).containsExactly("/scopes required");
    }
  }

  @Test
  void aKeyHasNoNameThatStandsForSomebodyElse() {
    Answer refused = make("{\"name\":\"local\",\"scopes\":[\"admin\"]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors()).containsExactly("/name reserved");
  }

  @Test
  void aKeyForAnAccountThatNobodyKnowsIsNotMade() {
    Answer refused =
        make("{\"name\":\"y5\",\"scopes\":[\"hires:read\"],\"accounts\":[\"solo\",\"nope\"]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors()).containsExactly("/accounts/1 unknown_account");
    assertThat(refused.text("/detail")).contains("nope").contains("default, solo");
    Answer another =
        make("{\"name\":\"y5\",\"scopes\":[\"hires:read\"],\"accounts\":[null,\"nope\"]}");
    assertThat(another.errors())
        .containsExactlyInAnyOrder("/accounts/0 required", "/accounts/1 unknown_account");
  }

  @Test
  void aKeyMayEndWithTheYear9999AndNotLater() {
    String body = "{\"name\":\"%s\",\"scopes\":[\"hires:read\"],\"expiresAt\":\"%s\"}";
    assertThat(make(body.formatted(name(), "9999-12-31T23:59:59Z")).status()).isEqualTo(201);
    Answer refused = make(body.formatted(name(), "9999-12-31T23:59:59-01:00"));
    assertThat(refused.errors()).containsExactly("/expiresAt out_of_range");
    assertThat(refused.text("/detail"))
        .isEqualTo("expiresAt must lie in the future, and before the year 10000.");
  }

  @Test
  void theRevocationOfAKeyTakesNoBody() {
    Answer refused = http.send("DELETE", "/v1/api-keys/key_none", "{\"foo\":1}", "X-Api-Key", ROOT);
    assertThat(refused.errors()).containsExactly("/foo unknown_field");
  }

  @Test
  void aKeyEndsWithItsExpiry() {
    Instant soon = Instant.now().plusSeconds(3);
    Answer made =
        make(
            "{\"name\":\"%s\",\"scopes\":[\"hires:read\"],\"expiresAt\":\"%s\"}"
                .formatted(name(), soon));
    String secret = made.text("/secret");
    Until.holds("it has expired", () -> get("/v1/hires", secret).status() == 401);
    assertThat(Instant.now()).isAfter(soon);
  }

  @Test
  void everyOperationNamesTheScopeThatItNeedsAndRefusesAKeyWithoutIt() {
    Map<String, String> keys =
        Map.of("hires:read", key("hires:read"), "accounts:read", key("accounts:read"));
    JsonNode paths = http.get("/openapi.json").json().path("paths");
    int operations = 0;
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        if (path.getKey().startsWith("/v1/") && METHODS.contains(one.getKey())) {
          String needed = one.getValue().path("x-required-scope").asText();
          assertThat(needed).as(path.getKey()).isNotEmpty();
          String lacking = needed.equals("hires:read") ? "accounts:read" : "hires:read";
          Answer refused =
              http.send(
                  one.getKey().toUpperCase(Locale.ROOT),
                  path.getKey().replaceAll("\\{\\w+}", "x"),
                  "",
                  "X-Api-Key",
                  String.valueOf(keys.get(lacking)));
          assertThat(refused.status()).as(path.getKey()).isEqualTo(403);
          assertThat(refused.text("/code")).isEqualTo("insufficient_scope");
          assertThat(refused.text("/requiredScope")).isEqualTo(needed);
          assertThat(refused.header("WWW-Authenticate")).contains("scope=\"" + needed + "\"");
          operations++;
        }
      }
    }
    assertThat(operations).isGreaterThan(20);
  }

  @Test
  void whatBelongsToAnotherAccountIsAbsentFromEveryAnswer() {
    StoredHire hire = StoredHire.in(front, "REF-" + UUID.randomUUID());
    String all = key("hires:read", "hires:write");
    String solo = limited("solo", "hires:read", "hires:write", "accounts:read");
    assertThat(get("/v1/hires/" + hire.id(), all).status()).isEqualTo(200);
    JsonNode approvals = get("/v1/approvals?hire=" + hire.id(), all).json().path("items");
    assertThat(approvals).isNotEmpty();
    String approval = approvals.get(0).path("id").asText();
    JsonNode incidents = get("/v1/incidents?hire=" + hire.id(), all).json().path("items");
    String incident = incidents.get(0).path("id").asText();
    Map<String, String> variables =
        Map.of(
            "/v1/approvals/{id}", approval, "/v1/incidents/{id}", incident + "?hire=" + hire.id());

    int checked = 0;
    JsonNode paths = http.get("/openapi.json").json().path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String scope = path.getValue().path("get").path("x-required-scope").asText("admin");
      if (scope.equals("admin") || path.getKey().endsWith("/stream")) {
        continue;
      }
      checked++;
      String address =
          path.getKey()
              .replace("{key}", "m1")
              .replace("{id}", variables.getOrDefault(path.getKey(), hire.id()));
      Answer answer = get(address, solo);
      assertThat(answer.raw().body())
          .as(address)
          .doesNotContain(hire.reference())
          .doesNotContain("\"default\"");
      if (path.getKey().contains("{")) {
        assertThat(answer.status()).as(address).isEqualTo(404);
        assertThat(get(address, all).status()).as(address).isEqualTo(200);
      } else {
        assertThat(answer.status()).as(address).isEqualTo(200);
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(9);
    for (String filter :
        List.of(
            "/v1/hires?account=default",
            "/v1/hires?externalRef=" + hire.reference(),
            "/v1/approvals?account=default",
            "/v1/approvals?hire=" + hire.id(),
            "/v1/incidents?hire=" + hire.id(),
            "/v1/events?hire=" + hire.id())) {
      assertThat(get(filter, solo).json().path("items")).as(filter).isEmpty();
      assertThat(get(filter, all).json().path("items")).as(filter).isNotEmpty();
    }
  }

  @Test
  void nothingOfAnotherAccountCanBeCommandedOrMade() {
    StoredHire hire = StoredHire.in(front, "REF-" + UUID.randomUUID());
    String solo = limited("solo", "hires:write");
    String hires = "/v1/hires/" + hire.id();
    for (String command : List.of("pause", "resume", "cancel", "end", "milestones/m2/fund")) {
      Answer answer = http.send("POST", hires + "/" + command, "", "X-Api-Key", solo);
      assertThat(answer.status()).as(command).isEqualTo(404);
      assertThat(answer.text("/code")).isEqualTo("hire_not_found");
    }
    assertThat(
            http.post("/v1/hires", Bodies.shortest(Bodies.proposal()), "X-Api-Key", solo)
                .text("/errors/0/pointer"))
        .isEqualTo("/account");
    String replacing =
        Bodies.shortest(Bodies.proposal())
            .replaceFirst("\\{", "{\"replaces\":\"" + hire.id() + "\",\"account\":\"solo\",");
    assertThat(http.post("/v1/hires", replacing, "X-Api-Key", solo).status()).isNotEqualTo(201);
  }

  @Test
  void aStreamTellsNothingOfAnotherAccountAndEndsWithItsKey() {
    String solo = limited("solo", "hires:read");
    StoredHire hire = StoredHire.in(front, "REF-" + UUID.randomUUID());
    String stream = http.base() + "/v1/events/stream?cursor=0&hire=" + hire.id();
    try (var listener = Sse.listen(stream, "", "X-Api-Key", solo)) {
      assertThat(listener.next().data()).isEmpty();
      http.send("DELETE", "/v1/api-keys/key_" + solo.substring(4, 20), "", "X-Api-Key", ROOT);
      assertThat(listener.restOfTheData()).isEmpty();
    }
  }

  @Test
  void whoSendsTooMuchIsToldWhenToComeAgain() {
    Map<String, Object> slow =
        Map.of("tenure.api.keys", "root:" + ROOT, "tenure.api.rate", 0.2, "tenure.api.burst", 3);
    try (Front limited = Front.start(stack.database(), stack.temporalPort(), slow)) {
      for (int i = 0; i < 3; i++) {
        assertThat(limited.http().get("/v1/hires", "X-Api-Key", ROOT).status()).isEqualTo(200);
      }
      Answer refused = limited.http().get("/v1/hires", "X-Api-Key", ROOT);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.text("/code")).isEqualTo("rate_limited");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
      String other = key("hires:read");
      assertThat(limited.http().get("/v1/hires", "X-Api-Key", other).status()).isEqualTo(200);
    }
  }

  @Test
  void aKeyOfTheEnvironmentIsKnownWhileTheJournalIsAway() {
    Map<String, Object> away =
        Map.of(
            "tenure.api.keys",
            "root:" + ROOT,
            "tenure.jdbc.url",
            "jdbc:postgresql://127.0.0.1:" + Stack.freePort() + "/none");
    try (Front alone = Front.begin(stack.database(), stack.temporalPort(), away)) {
      Answer known = alone.http().get("/v1/hires", "X-Api-Key", ROOT);
      assertThat(known.status()).isEqualTo(503);
      assertThat(known.text("/code")).isEqualTo("journal_unavailable");
      Answer unsure = alone.http().get("/v1/hires", "X-Api-Key", key("hires:read"));
      assertThat(unsure.status()).isEqualTo(503);
      assertThat(alone.http().get("/v1/hires", "X-Api-Key", "wrong").status()).isEqualTo(401);
    }
  }

  private Answer make(String body, String... headers) {
    List<String> all = new ArrayList<>(List.of("X-Api-Key", ROOT));
    all.addAll(List.of(headers));
    return http.post("/v1/api-keys", body, all.toArray(String[]::new));
  }

  private String key(String... scopes) {
    return secret("", scopes);
  }

  private String limited(String account, String... scopes) {
    return secret(",\"accounts\":[\"" + account + "\"]", scopes);
  }

  private String secret(String more, String... scopes) {
    Answer made =
        make(
            "{\"name\":\"%s\",\"scopes\":[\"%s\"]%s}"
                .formatted(name(), String.join("\",\"", scopes), more));
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    return made.text("/secret");
  }

  private Answer get(String path, String secret) {
    return http.get(path, "Authorization", "Bearer " + secret);
  }

  private static String name() {
    return "key-" + UUID.randomUUID();
  }
}
