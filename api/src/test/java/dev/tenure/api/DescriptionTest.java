package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tenure.model.ActionKind;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.FundWhen;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.ReleaseRule;
import dev.tenure.model.Resolution;
import dev.tenure.model.WaitKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
  void theDescriptionIsServedAsItWasBuilt(Http http) {
    Http.Answer answer = http.get("/openapi.yaml");
    assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(new org.yaml.snakeyaml.Yaml().<Object>load(answer.raw().body())).isNotNull();
    assertThat(answer.raw().body()).contains("operationId: makeHire");
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
  void everyCommandTakesAKey() {
    assertThat(
            Description.HERE
                .operations()
                .filter(one -> one.path().startsWith("/v1/hires/{id}"))
                .filter(one -> !one.method().equals("GET")))
        .allSatisfy(
            one ->
                assertThat(one.node().at("/parameters").findValuesAsText("name"))
                    .as(one.id())
                    .contains("Idempotency-Key"));
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("choices")
  void everyChoiceThatIsDescribedIsOneOfTheModelAndNoneIsMissing(
      String schema, String field, List<String> known) {
    List<String> offered = new ArrayList<>();
    Description.HERE
        .root()
        .at("/components/schemas/%s/properties/%s/enum".formatted(schema, field))
        .forEach(value -> offered.add(value.asText()));
    assertThat(offered).containsExactlyInAnyOrderElementsOf(known);
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        arguments("Hire", "status", wires(HireStatus.values(), HireStatus::wire)),
        arguments("Milestone", "state", wires(MilestoneState.values(), MilestoneState::wire)),
        arguments("Milestone", "release", wires(ReleaseRule.values(), ReleaseRule::wire)),
        arguments("Fund", "when", wires(FundWhen.values(), FundWhen::wire)),
        arguments("HireRequest.FundRequest", "when", wires(FundWhen.values(), FundWhen::wire)),
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
