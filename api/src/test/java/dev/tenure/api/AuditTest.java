package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.Http.Answer;
import dev.tenure.journal.access.AuditEntries;
import dev.tenure.journal.access.AuditEntry;
import io.temporal.client.WorkflowClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class AuditTest {

  private static final String OPS = "0123456789-0123456789";
  private static final String CI = "9876543210-9876543210";

  private Stack stack;
  private Front front;
  private Http http;

  @BeforeAll
  void begin(Stack stack) {
    this.stack = stack;
    Map<String, Object> settings =
        Map.of(
            "tenure.api.keys",
            "ops:" + OPS + ",ci:" + CI,
            "tenure.api.trusted-proxies",
            "127.0.0.1");
    this.front = Front.start(stack.database(), stack.temporalPort(), settings);
    this.http = front.http();
  }

  @AfterAll
  void end() {
    front.close();
  }

  @Test
  void everyCommandIsTakenDownWithWhoWhenFromWhereAndWhatCameOfIt() {
    String hire = hire();
    assertThat(post("/v1/hires/" + hire + "/pause", CI).status()).isEqualTo(200);
    assertThat(post("/v1/hires/" + hire + "/milestones/m1/fund", OPS).status()).isEqualTo(200);
    assertThat(post("/v1/hires/" + hire + "/milestones/m1/fund", OPS).status()).isEqualTo(409);
    Answer limited =
        http.post(
            "/v1/api-keys",
            "{\"name\":\"reader-%s\",\"scopes\":[\"hires:read\"]}".formatted(hire),
            "X-Api-Key",
            OPS);
    String reader = limited.text("/secret");
    assertThat(post("/v1/hires/" + hire + "/end", reader).status()).isEqualTo(403);
    assertThat(post("/v1/hires/" + hire + "/end", "unknown").status()).isEqualTo(401);

    JsonNode items = audit("hire=" + hire).path("items");

    assertThat(items.findValuesAsText("action"))
        .containsExactly("end", "fund", "fund", "pause", "make_hire");
    assertThat(items.findValuesAsText("outcome"))
        .containsExactly("refused", "refused", "carried_out", "carried_out", "carried_out");
    assertThat(items.findValuesAsText("actor"))
        .containsExactly("reader-" + hire, "ops", "ops", "ci", "ci");
    assertThat(items.findValuesAsText("code"))
        .containsExactly("insufficient_scope", "not_allowed", "null", "null", "null");
    assertThat(items.get(1).path("subject").asText()).isEqualTo("m1");
    assertThat(items.findValuesAsText("remote")).containsOnly("192.0.2.7");
    assertThat(audit("hire=" + hire + "&actor=ci&limit=1").path("hasMore").asBoolean()).isTrue();
    assertThat(audit("hire=" + hire + "&since=2999-01-01T00:00:00Z").path("items")).isEmpty();
    JsonNode made = audit("actor=ops&limit=1").path("items").get(0);
    assertThat(made.path("action").asText()).isIn("make_key", "fund");
  }

  @Test
  void aHireThatIsAskedForAgainIsNamedAgain() {
    String body = Bodies.shortest(Bodies.proposal());
    String hire = http.post("/v1/hires", body, "X-Api-Key", CI).text("/id");
    assertThat(http.post("/v1/hires", body, "X-Api-Key", OPS).status()).isEqualTo(200);
    JsonNode items = audit("hire=" + hire).path("items");
    assertThat(items.findValuesAsText("status")).containsExactly("200", "201");
    assertThat(items.findValuesAsText("actor")).containsExactly("ops", "ci");
  }

  @Test
  void entriesThatAreTooOldAreRemovedByTheFrontAndTheOthersStay() {
    AuditEntries entries = front.bean(AuditEntries.class);
    Instant now = Instant.now();
    String old = Bodies.proposal();
    entries.add(entry(old, now.minus(Duration.ofDays(8))));
    entries.add(entry(old, now.minus(Duration.ofDays(6))));
    Map<String, Object> week = Map.of("tenure.audit.days", 7, "tenure.audit.every", "100ms");
    try (Front other = Front.start(stack.database(), stack.temporalPort(), week)) {
      Until.holds("the old entry is gone", () -> audit("hire=" + old).path("items").size() == 1);
      assertThat(other.http().get("/v1/audit?hire=" + old).json().at("/items/0/at").asText())
          .startsWith(now.minus(Duration.ofDays(6)).toString().substring(0, 10));
    }
  }

  private static AuditEntry entry(String hire, Instant at) {
    return new AuditEntry(
        0,
        at,
        "ci",
        null,
        "key",
        null,
        "pause",
        hire,
        null,
        AuditEntry.Outcome.CARRIED_OUT,
        200,
        null);
  }

  @Test
  void theCommandCarriesItsActorToTheWorkflow() {
    String hire = hire();
    post("/v1/hires/" + hire + "/pause", CI);
    http.send(
        "PATCH",
        "/v1/hires/" + hire,
        "{\"externalRef\":\"other\"}",
        "Content-Type",
        "application/json",
        "X-Api-Key",
        OPS);
    String history =
        WorkflowClient.newInstance(stack.stubs()).fetchHistory("hire-" + hire).toJson(false, false);
    assertThat(decoded(history)).contains("{\"actor\":\"ci\"}", "{\"actor\":\"ops\"}");
  }

  @Test
  void theWholeListIsExportedAsLines() {
    String hire = hire();
    post("/v1/hires/" + hire + "/pause", CI);
    Answer csv = http.get("/v1/audit?hire=" + hire, "Accept", "text/csv", "X-Api-Key", OPS);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    List<String> lines = csv.raw().body().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .isEqualTo("id,at,actor,keyId,via,remote,action,hireId,subject,outcome,status,code");
    assertThat(lines.get(1)).contains(",ci,env:ci,key,192.0.2.7,pause," + hire + ",");
    Answer json = http.get("/v1/audit?format=ndjson&hire=" + hire, "X-Api-Key", OPS);
    assertThat(json.raw().body().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\":"));
    Answer wrong = http.get("/v1/audit?format=xml&since=yesterday", "X-Api-Key", OPS);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().path("errors")).hasSize(2);
  }

  @Test
  void everyWriteIsAudited() {
    JsonNode paths = http.get("/openapi.json").json().path("paths");
    String hire = hire();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (String method : List.of("post", "patch", "delete")) {
        if (path.getValue().has(method) && !path.getKey().equals("/v1/hire-plans")) {
          JsonNode before = audit("actor=ci&limit=1").path("items").path(0).path("id");
          String address = path.getKey().replace("{id}", hire).replaceAll("\\{\\w+}", "x");
          http.send(
              method.toUpperCase(Locale.ROOT),
              address,
              "",
              "Content-Type",
              "application/json",
              "X-Api-Key",
              CI);
          assertThat(audit("actor=ci&limit=1").path("items").path(0).path("id").asLong())
              .as(method + " " + path.getKey())
              .isGreaterThan(before.asLong());
        }
      }
    }
  }

  private String hire() {
    Answer made =
        http.post(
            "/v1/hires",
            Bodies.shortest(Bodies.proposal()),
            "X-Api-Key",
            CI,
            "X-Forwarded-For",
            "203.0.113.9, 192.0.2.7");
    assertThat(made.status()).isEqualTo(201);
    return made.text("/id");
  }

  private Answer post(String path, String key) {
    return http.send(
        "POST", path, "", "X-Api-Key", key, "X-Forwarded-For", "203.0.113.9, 192.0.2.7");
  }

  private JsonNode audit(String query) {
    Answer answer = http.get("/v1/audit?" + query, "X-Api-Key", OPS);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  /** The payloads of a history stand in it as Base64. */
  private static String decoded(String history) {
    return Arrays.stream(history.split("\"", -1))
        .filter(text -> text.matches("[A-Za-z0-9+/]{8,}={0,2}"))
        .map(AuditTest::text)
        .collect(Collectors.joining(" "));
  }

  private static String text(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
