package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.api.events.EventType;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.ReleaseRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The description that the front serves of itself. Every answer that any test gets is held against
 * it too: see {@link Http}.
 */
@ExtendWith(StackExtension.class)
class DescriptionTest {

  @Test
  void theDescriptionIsServedAsYamlAndAsTheSameJson(Http http) {
    Http.Answer answer = http.get("/openapi.yaml");
    assertThat(answer.header("Content-Type")).startsWith("application/yaml");
    Object yaml = new org.yaml.snakeyaml.Yaml().load(answer.raw().body());
    Http.Answer json = http.get("/openapi.json");
    assertThat(json.header("Content-Type")).startsWith("application/json");
    assertThat(json.json()).isEqualTo(new ObjectMapper().valueToTree(yaml));
    assertThat(json.text("/openapi")).isEqualTo("3.0.1");
    assertThat(json.text("/servers/0/url")).isEqualTo("/");
  }

  @Test
  void aPageShowsTheDescriptionWithWhatIsInTheBuildOnly(Http http) {
    Http.Answer page = http.get("/openapi", "Accept", "text/html");
    assertThat(page.status()).isEqualTo(200);
    List<String> assets =
        Pattern.compile("(?:href|src)=\"(/[^\"]+)\"")
            .matcher(page.raw().body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(assets).hasSizeGreaterThan(4);
    assertThat(assets).allSatisfy(asset -> assertThat(http.get(asset).status()).isEqualTo(200));
    assertThat(page.raw().body()).doesNotContain("http://", "https://");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode root = Description.HERE.root();
    assertThat(root.findValuesAsText("$ref"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            reference ->
                assertThat(root.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void everySchemaStandsOnceUnderANameOfItsOwn() {
    Map<JsonNode, List<String>> names = new HashMap<>();
    // Events of several types may carry the same.
    Description.HERE.root().at("/components/schemas").properties().stream()
        .filter(schema -> !schema.getKey().startsWith("EventData."))
        .forEach(
            schema -> {
              ObjectNode shape = schema.getValue().deepCopy();
              shape.remove("description");
              names.computeIfAbsent(shape, key -> new ArrayList<>()).add(schema.getKey());
            });
    assertThat(names.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    assertThat(names.values())
        .allSatisfy(same -> assertThat(same.getFirst()).doesNotContain(".").doesNotEndWith("Json"));
  }

  @Test
  void everyChoiceStandsOnceAndIsReferredTo() {
    Map<String, List<String>> lists = new TreeMap<>();
    Description.HERE
        .root()
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .findParents("enum")
                    .forEach(
                        one ->
                            lists
                                .computeIfAbsent(
                                    one.path("enum").toString(), key -> new ArrayList<>())
                                .add(schema.getKey())));
    lists.keySet().removeIf(values -> values.equals("[\"USD\",\"USDC\"]"));
    assertThat(lists).allSatisfy((values, where) -> assertThat(where).as(values).hasSize(1));
  }

  @Test
  void everyExampleIsOneThatTheFrontTakes(Http http) {
    for (Description.Operation operation : Description.HERE.operations().toList()) {
      for (JsonNode content : operation.node().at("/requestBody/content")) {
        assertThat(content.has("example")).as(operation.id()).isTrue();
        assertThat(
                Description.HERE.schemas().faults(content.path("schema"), content.path("example")))
            .as(operation.id())
            .filteredOn(fault -> !fault.endsWith("null"))
            .isEmpty();
      }
    }
    JsonNode hire = Description.HERE.operation("POST", "/v1/hires").orElseThrow().node();
    String example = hire.at("/requestBody/content/application~1json/example").toString();
    assertThat(http.post("/v1/hires", example.replace("prp_20", Bodies.proposal())).status())
        .isEqualTo(201);
  }

  @Test
  void theCatalogueNamesEveryEventThatAnybodyTells() throws IOException {
    Set<String> told = new TreeSet<>(List.of("hire.ended", "hire.declined", "hire.expired"));
    for (String file :
        List.of(
            "../lifecycle/src/main/java/dev/tenure/lifecycle/opentrain/record/OpenTrainEvents.java",
            "../lifecycle/src/main/java/dev/tenure/lifecycle/record/CommonEvents.java",
            "../lifecycle/src/main/java/dev/tenure/lifecycle/opencontract/record/OpenContractEvents.java",
            "../journal/src/main/java/dev/tenure/journal/record/JournalEvents.java")) {
      Pattern.compile("\"((?:hire|approval|contract|milestone|incident)\\.[a-z_]*[a-z])\"")
          .matcher(Files.readString(Path.of(file)))
          .results()
          .forEach(found -> told.add(found.group(1)));
    }
    List<String> catalogue = new ArrayList<>();
    Description.HERE
        .root()
        .at("/components/schemas/EventType/enum")
        .forEach(value -> catalogue.add(value.asText()));
    assertThat(catalogue).containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void theGuideTellsTheCatalogueOfEvents() throws IOException {
    String guide = Files.readString(Path.of("../docs/events.md"));
    for (EventType type : EventType.values()) {
      String row =
          "| `%s` | %s | %s |"
              .formatted(
                  type.wire(),
                  type.words(),
                  type.data().keySet().stream()
                      .map(name -> "`" + name + "`")
                      .collect(Collectors.joining(", ")));
      assertThat(guide).contains(row);
    }
  }

  @Test
  void aFieldThatIsMissingOrUndescribedIsFound() {
    assertThat(Description.HERE.schemas().faults("Money", Bodies.json("{\"amount\":null,\"x\":1}")))
        .containsExactlyInAnyOrder("/currency missing", "/amount null", "/x undescribed");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"string\",\"format\":\"date-time\"} | \"2026-11-01 10:00\"",
        "{\"type\":\"string\",\"format\":\"date\"} | \"2026-02-30\"",
        "{\"type\":\"string\",\"format\":\"uri\"} | \"/v1/hires\"",
        "{\"type\":\"string\",\"format\":\"what\"} | \"x\"",
        "{\"type\":\"string\",\"pattern\":\"^a\"} | \"ba\"",
        "{\"type\":\"string\",\"maxLength\":2} | \"abc\"",
        "{\"type\":\"integer\",\"format\":\"int32\"} | 2147483648",
        "{\"type\":\"integer\",\"minimum\":0} | -1",
        "{\"type\":\"number\",\"minimum\":0,\"exclusiveMinimum\":true} | 0",
        "{\"type\":\"number\",\"multipleOf\":0.01} | 0.001",
        "{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"string\"}} | []",
        "{\"type\":\"string\",\"contentEncoding\":\"x\"} | \"x\""
      })
  void aFormatOrALimitThatIsBrokenIsFound(String schema, String json) {
    assertThat(Description.HERE.schemas().faults(Bodies.json(schema), Bodies.json(json)))
        .hasSize(1);
  }

  @Test
  void everyRequestSaysThatItHasNoOtherFields() {
    assertThat(Description.HERE.root().at("/components/schemas").properties())
        .filteredOn(schema -> schema.getKey().endsWith("Request"))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            schema ->
                assertThat(schema.getValue().path("additionalProperties").toString())
                    .as(schema.getKey())
                    .isEqualTo("false"));
  }

  @Test
  void everyAddressAndEveryMomentOfAnAnswerHasItsFormat() {
    assertThat(Description.HERE.root().at("/components/schemas").properties())
        .allSatisfy(
            schema ->
                schema
                    .getValue()
                    .path("properties")
                    .properties()
                    .forEach(
                        field -> {
                          String format = field.getValue().path("format").asText();
                          String name = schema.getKey() + "." + field.getKey();
                          if (field.getKey().matches("(?i).*url")) {
                            assertThat(format).as(name).isEqualTo("uri");
                          } else if (field.getKey().matches(".*At|asOf|deadline")) {
                            assertThat(format).as(name).isEqualTo("date-time");
                          }
                        }));
  }

  @Test
  void aRequestWithEverythingInItIsAsDescribed() {
    assertThat(
            Description.HERE
                .schemas()
                .faults("HireRequest", Bodies.json(Bodies.whole(Bodies.proposal()))))
        .isEmpty();
  }

  @Test
  void everyOperationOfHiresAndInboxIsDescribedOnce() {
    List<String> ids = Description.HERE.operations().map(Description.Operation::id).toList();
    assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
    assertThat(ids)
        .contains(
            "makeHire",
            "readHire",
            "listHires",
            "changeHire",
            "addMilestone",
            "dropMilestone",
            "fundMilestone",
            "releaseMilestone",
            "pauseHire",
            "resumeHire",
            "cancelHire",
            "endContract",
            "readLedger",
            "planHire",
            "listAccounts",
            "resolveIncident",
            "listIncidents",
            "listApprovals",
            "readApproval",
            "readEvents",
            "streamEvents");
  }

  @Test
  void everyOperationTellsItsProblemsAndWhenItIsUnavailable() {
    assertThat(Description.HERE.operations())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            operation -> {
              var unavailable = operation.node().at("/responses/503");
              assertThat(unavailable.at("/content").has("application/problem+json"))
                  .as(operation.id())
                  .isTrue();
              assertThat(unavailable.at("/headers").has("Retry-After")).as(operation.id()).isTrue();
            });
  }

  @Test
  void everyWriteTakesAnIdempotencyKeyOrSaysThatItNeedsNone() {
    List<String> without = new ArrayList<>();
    assertThat(Description.HERE.operations().filter(one -> !one.method().equals("GET")))
        .hasSizeGreaterThan(12)
        .allSatisfy(
            one -> {
              boolean taken =
                  one.node().at("/parameters").findValuesAsText("name").contains("Idempotency-Key");
              boolean told =
                  one.node().path("description").asText().contains("no Idempotency-Key is needed");
              assertThat(taken ^ told).as(one.id()).isTrue();
              if (told) {
                without.add(one.id());
              }
            });
    assertThat(without).containsExactlyInAnyOrder("planHire", "revokeApiKey");
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("choices")
  void everyChoiceThatIsDescribedIsOneOfTheModelAndNoneIsMissing(
      String schema, String field, List<String> known) {
    List<String> offered = new ArrayList<>();
    Description description = Description.HERE;
    JsonNode described =
        description.root().at("/components/schemas/%s/properties/%s".formatted(schema, field));
    description
        .schemas()
        .resolved(described)
        .path("enum")
        .forEach(value -> offered.add(value.asText()));
    assertThat(offered).containsExactlyInAnyOrderElementsOf(known);
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        arguments("Hire", "status", wires(HireStatus.values(), HireStatus::wire)),
        arguments("Milestone", "state", wires(MilestoneState.values(), MilestoneState::wire)),
        arguments("Milestone", "release", wires(ReleaseRule.values(), ReleaseRule::wire)),
        arguments("Fund", "when", wires(FundWhen.values(), FundWhen::wire)),
        arguments("FundRequest", "when", wires(FundWhen.values(), FundWhen::wire)),
        arguments("Waiting", "kind", wires(WaitKind.values(), WaitKind::wire)),
        arguments("AllowedAction", "action", wires(ActionKind.values(), ActionKind::wire)),
        arguments("Approval", "kind", wires(ApprovalKind.values(), ApprovalKind::wire)),
        arguments("Approval", "status", wires(ApprovalStatus.values(), ApprovalStatus::wire)),
        arguments("Incident", "cause", wires(IncidentCause.values(), IncidentCause::wire)),
        arguments("IncidentItem", "cause", wires(IncidentCause.values(), IncidentCause::wire)),
        arguments("IncidentItem", "resolution", wires(Resolution.values(), Resolution::wire)),
        arguments("ResolveRequest", "action", wires(Resolution.values(), Resolution::wire)));
  }

  private static <E> List<String> wires(E[] values, Function<E, String> wire) {
    return Arrays.stream(values).map(wire).toList();
  }
}
