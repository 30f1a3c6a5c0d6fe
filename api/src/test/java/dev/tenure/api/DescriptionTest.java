package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.Yaml;

/** Holds real answers against the description that the front serves of itself. */
@ExtendWith(StackExtension.class)
class DescriptionTest {

  private static final String REF = "#/components/schemas/";

  @Test
  void everyAnswerIsAsDescribedToTheLastNullableField(Stack stack) {
    Http http = stack.http();
    JsonNode description = description(http);
    String proposal = Bodies.proposal();
    JsonNode hire = http.post("/v1/hires", Bodies.whole(proposal)).json();
    JsonNode conflict = http.post("/v1/hires", Bodies.shortest(proposal)).json();
    JsonNode invalid = http.post("/v1/hires", "{}").json();
    assertThat(faults(description, "Hire", hire)).isEmpty();
    assertThat(faults(description, "Problem", conflict)).isEmpty();
    assertThat(faults(description, "Problem", invalid)).isEmpty();
    assertThat(faults(description, "HirePage", http.get("/v1/hires?limit=1").json())).isEmpty();
    assertThat(faults(description, "ApprovalPage", http.get("/v1/approvals").json())).isEmpty();
    assertThat(faults(description, "EventPage", http.get("/v1/events").json())).isEmpty();
    JsonNode plan = http.post("/v1/hire-plans", Bodies.whole(Bodies.proposal())).json();
    assertThat(faults(description, "HirePlan", plan)).isEmpty();
    JsonNode ledger = http.get("/v1/hires/" + hire.get("id").asText() + "/ledger").json();
    assertThat(faults(description, "Ledger", ledger)).isEmpty();
    assertThat(faults(description, "AccountList", http.get("/v1/accounts").json())).isEmpty();
    assertThat(faults(description, "HireRequest", Bodies.json(Bodies.whole(proposal)))).isEmpty();
  }

  @Test
  void aFieldThatIsMissingOrUndescribedIsFound(Http http) {
    JsonNode description = description(http);
    assertThat(faults(description, "Money", Bodies.json("{\"amount\":null,\"x\":1}")))
        .containsExactlyInAnyOrder("/currency missing", "/amount null", "/x undescribed");
  }

  @Test
  void everyOperationIsDescribedOnce(Http http) {
    assertThat(description(http).at("/paths").findValuesAsText("operationId"))
        .containsExactlyInAnyOrder(
            "makeHire",
            "readHire",
            "listHires",
            "releaseMilestone",
            "endContract",
            "addMilestone",
            "dropMilestone",
            "fundMilestone",
            "pauseHire",
            "resumeHire",
            "cancelHire",
            "changeHire",
            "resolveIncident",
            "readLedger",
            "planHire",
            "listAccounts",
            "listApprovals",
            "listIncidents",
            "readApproval",
            "readEvents");
  }

  private static JsonNode description(Http http) {
    Http.Answer answer = http.get("/openapi.yaml");
    assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
    Map<String, Object> yaml = new Yaml().load(answer.raw().body());
    return new ObjectMapper().valueToTree(yaml);
  }

  private static List<String> faults(JsonNode description, String schema, JsonNode json) {
    List<String> found = new ArrayList<>();
    JsonNode described = description.at("/components/schemas/" + schema);
    assertThat(described.isMissingNode()).as(schema).isFalse();
    check(description, described, json, "", found);
    return found;
  }

  private static void check(
      JsonNode description, JsonNode schema, JsonNode json, String at, List<String> found) {
    if (json.isNull()) {
      if (!schema.path("nullable").asBoolean()) {
        found.add(at + " null");
      }
    } else if (schema.has("allOf")) {
      check(description, schema.at("/allOf/0"), json, at, found);
    } else if (schema.has("$ref")) {
      String name = schema.get("$ref").asText().substring(REF.length());
      JsonNode target = description.at("/components/schemas").get(name);
      check(description, target, json, at, found);
    } else {
      content(description, schema, json, at, found);
    }
  }

  private static void content(
      JsonNode description, JsonNode schema, JsonNode json, String at, List<String> found) {
    switch (schema.path("type").asText()) {
      case "object" -> object(description, schema, json, at, found);
      case "array" -> {
        for (int i = 0; i < json.size(); i++) {
          check(description, schema.get("items"), json.get(i), at + "/" + i, found);
        }
      }
      case "string" -> require(json.isTextual() && offered(schema, json), at, found);
      case "integer" -> require(json.isIntegralNumber(), at, found);
      case "boolean" -> require(json.isBoolean(), at, found);
      default -> require(schema.isEmpty() || schema.has("nullable"), at, found);
    }
  }

  private static void object(
      JsonNode description, JsonNode schema, JsonNode json, String at, List<String> found) {
    for (JsonNode name : schema.path("required")) {
      if (!json.has(name.asText())) {
        found.add(at + "/" + name.asText() + " missing");
      }
    }
    json.properties()
        .forEach(
            field -> {
              JsonNode of = schema.path("properties").get(field.getKey());
              JsonNode described = of == null ? schema.get("additionalProperties") : of;
              String there = at + "/" + field.getKey();
              if (described == null) {
                found.add(there + " undescribed");
              } else {
                check(description, described, field.getValue(), there, found);
              }
            });
  }

  private static boolean offered(JsonNode schema, JsonNode json) {
    List<String> values = new ArrayList<>();
    schema.path("enum").forEach(value -> values.add(value.asText()));
    return values.isEmpty() || values.contains(json.asText());
  }

  private static void require(boolean holds, String at, List<String> found) {
    if (!holds) {
      found.add(at + " of another type");
    }
  }
}
