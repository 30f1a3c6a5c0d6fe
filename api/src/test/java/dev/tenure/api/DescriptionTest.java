package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
            "resolveIncident",
            "listIncidents",
            "listApprovals",
            "readApproval",
            "readEvents",
            "streamEvents");
  }

  @Test
  void everyOperationThatNamesItsProblemsTellsWhenItIsUnavailable() {
    assertThat(
            Description.HERE
                .operations()
                .filter(one -> !one.node().path("responses").has("4XX")))
        .hasSizeGreaterThan(17)
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
}
