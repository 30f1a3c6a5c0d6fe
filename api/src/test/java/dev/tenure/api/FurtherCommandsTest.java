package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be commanded of a hire beside release and end. */
@ExtendWith(StackExtension.class)
@SuppressWarnings("NullAway.Init")
class FurtherCommandsTest {

  private static final String EXTRA =
      """
      {"description":"2k fog frames","amount":{"amount":"90.00","currency":"USD"}%s}
      """;

  private Http http;
  private Stack stack;
  private String hire;

  @BeforeEach
  void make(Stack stack) {
    this.stack = stack;
    this.http = stack.http();
    this.hire = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/links/self");
  }

  @Test
  void aMilestoneIsAddedUnderTheNextFreeKeyAfterTheLastOne() {
    Answer added = http.post(hire + "/milestones", EXTRA.formatted(""));
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.header("Location")).isEqualTo(hire + "/milestones/m3");
    assertThat(http.get(added.header("Location")).text("/key")).isEqualTo("m3");
    assertThat(added.text("/milestones/2/key")).isEqualTo("m3");
    assertThat(added.text("/milestones/2/fund/when")).isEqualTo("after_paid");
    assertThat(added.text("/milestones/2/fund/after")).isEqualTo("m2");
    assertThat(added.text("/milestones/2/release")).isEqualTo("on_delivery");
  }

  @Test
  void aMilestoneIsAddedOnceHoweverOftenTheRequestComes() {
    String body = EXTRA.formatted("");
    http.post(hire + "/milestones", body, "Idempotency-Key", "once");
    Answer again = http.post(hire + "/milestones", body, "Idempotency-Key", "once");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().at("/milestones")).hasSize(3);
    Answer other = http.post(hire + "/milestones", body, "Idempotency-Key", "other");
    assertThat(other.json().at("/milestones").findValuesAsText("key"))
        .containsExactly("m1", "m2", "m3", "m4");
  }

  @Test
  void anAdditionWithoutAKeyThatFindsNoneInTimeIsGivenUpInWords(Stack stack) {
    var workflow =
        WorkflowClient.newInstance(stack.stubs())
            .newWorkflowStub(
                HireWorkflow.class, WorkflowIds.hire(hire.substring("/v1/hires/".length())));
    var taken = new MilestonePlan("m3", "Taken", "", Money.usd("1.00"), null, FundRule.onRequest());
    workflow.addMilestone(new AddMilestoneCommand(taken), null);
    Map<String, Object> hasty = Map.of("front.milestone-additions.patience", "1s");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), hasty)) {
      Answer given = front.http().post(hire + "/milestones", EXTRA.formatted(""));
      assertThat(given.status()).isEqualTo(503);
      assertThat(given.text("/code")).isEqualTo("busy");
      assertThat(given.header("Retry-After")).isNotBlank();
    }
  }

  @Test
  void milestonesThatAreAddedAtTheSameTimeWithoutAKeyGetOneEach() {
    List<Integer> answers =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> http.post(hire + "/milestones", EXTRA.formatted("")).status(),
                        Thread::startVirtualThread))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).containsOnly(201);
    assertThat(http.get(hire).json().at("/milestones").findValuesAsText("key"))
        .hasSize(32)
        .doesNotHaveDuplicates();
  }

  @Test
  void aMilestoneWithAKeyOfItsOwnIsAddedOnceToo() {
    String body = EXTRA.formatted(",\"key\":\"fog\"");
    assertThat(http.post(hire + "/milestones", body, "Idempotency-Key", "k").status())
        .isEqualTo(201);
    assertThat(http.post(hire + "/milestones", body, "Idempotency-Key", "k").status())
        .isEqualTo(201);
    assertThat(http.post(hire + "/milestones", body).text("/code")).isEqualTo("not_allowed");
  }

  @Test
  void aMilestoneSaysForItselfWhenItIsFundedAndReleasedAndOfWhatVolume() {
    String rules =
        ",\"fund\":{\"when\":\"on_request\"},\"release\":\"on_request\",\"volume\":12.50";
    Answer added = http.post(hire + "/milestones", EXTRA.formatted(rules));
    assertThat(added.text("/milestones/2/fund/when")).isEqualTo("on_request");
    assertThat(added.text("/milestones/2/release")).isEqualTo("on_request");
    assertThat(added.json().at("/milestones/2/volume").decimalValue()).isEqualByComparingTo("12.5");
  }

  @Test
  void aMilestoneIsFundedOnRequestAndAnotherOneDropped() {
    assertThat(http.post(hire + "/milestones/m2/fund", "").text("/milestones/1/state"))
        .isEqualTo("awaiting_funding");
    Answer dropped = http.send("DELETE", hire + "/milestones/m2", "");
    assertThat(dropped.status()).isEqualTo(200);
    assertThat(dropped.text("/milestones/1/state")).isEqualTo("dropped");
    assertThat(http.post(hire + "/milestones/m2/fund", "").text("/code")).isEqualTo("not_allowed");
    assertThat(http.send("DELETE", hire + "/milestones/m1", "").text("/detail"))
        .contains("first milestone");
  }

  @Test
  void aHireIsPausedAndResumed() {
    assertThat(http.post(hire + "/pause", "").json().at("/paused").asBoolean()).isTrue();
    assertThat(http.post(hire + "/resume", "").json().at("/paused").asBoolean()).isFalse();
    assertThat(http.post(hire + "/resume", "").text("/code")).isEqualTo("not_allowed");
    assertThat(http.post(hire + "/cancel", "").text("/detail")).contains("contract");
  }

  @Test
  void anIncidentIsAnsweredWithOneOfItsActions() {
    raise("inc_1");
    String resolve = hire + "/incidents/inc_1/resolve";
    assertThat(http.get(hire).text("/incidents/0/actions/1")).isEqualTo("adopt");
    assertThat(errors(http.post(resolve, "{\"action\":\"adopt\"}")))
        .containsExactly("/marketplaceId required");
    assertThat(errors(http.post(resolve, "{\"action\":\"retry\",\"marketplaceId\":\"mil_1\"}")))
        .containsExactly("/marketplaceId only_with_adopt");
    assertThat(errors(http.post(resolve, "{\"action\":\"adopt\",\"marketplaceId\":\" \"}")))
        .containsExactly("/marketplaceId required");
    Answer adopted = http.post(resolve, "{\"action\":\"adopt\",\"marketplaceId\":\"mil_1\"}");
    assertThat(adopted.status()).isEqualTo(200);
    assertThat(adopted.json().at("/incidents")).isEmpty();
    // What is closed cannot be just being told: nothing is waited for.
    Instant begun = Instant.now();
    assertThat(http.post(resolve, "{\"action\":\"skip\"}").text("/code")).isEqualTo("not_allowed");
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void whatMayHaveBeenCreatedIsAdoptedWithoutAName() {
    raise("doubt_1");
    Answer adopted = http.post(hire + "/incidents/doubt_1/resolve", "{\"action\":\"adopt\"}");
    assertThat(adopted.status()).as(adopted.raw().body()).isEqualTo(200);
    assertThat(adopted.json().at("/incidents")).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST | /milestones | {\"foo\":1} | 400 | /foo unknown_field, /description required, /amount required",
        "POST | /milestones | {\"volume\":\"9\",\"name\":5} | 400 | /volume wrong_type, /name wrong_type, /description required, /amount required",
        "POST | /milestones | {\"foo\":null} | 400 | /foo unknown_field, /description required, /amount required",
        "POST | /milestones | {\"volume\":1e999999999} | 400 | /volume wrong_type",
        "POST | /milestones | {\"description\":\"x\",\"amount\":null,\"fund\":null,\"release\":null} | 422 | /amount required",
        "POST | /milestones | {\"description\":\"x\\u0000\",\"amount\":{\"amount\":\"1\",\"currency\":\"EUR\"}} | 422 | /description bad_character, /amount/currency unknown_currency",
        "POST | /milestones | {\"key\":\"A\"} | 422 | /key bad_key, /description required, /amount required",
        "POST | /milestones | {\"description\":\"x\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"volume\":0} | 422 | /volume out_of_range",
        "POST | /milestones | {\"description\":\"x\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"volume\":1.00001} | 422 | /volume too_many_decimals",
        "POST | /milestones | {\"description\":\"x\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"fund\":{\"when\":\"after_paid\",\"after\":\"m9\"}} | 422 | /fund/after unknown_milestone",
        "POST | /milestones | {\"description\":\"x\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"fund\":{\"when\":\"on_request\",\"after\":\"m1\"},\"release\":\"never\"} | 422 | /fund/after not_with_on_request, /release unknown_value",
        "POST | /incidents/i1/resolve | {\"actoin\":\"retry\"} | 400 | /actoin unknown_field, /action required",
        "POST | /incidents/i1/resolve | {\"action\":7} | 400 | /action wrong_type",
        "POST | /incidents/i1/resolve | {} | 422 | /action required",
        "POST | /incidents/i1/resolve | {\"action\":\"hope\"} | 422 | /action unknown_value",
        "PATCH | `` | {\"policies\":{\"onDeclined\":{\"reRequest\":9999999999}}} | 400 | /policies/onDeclined/reRequest wrong_type",
        "PATCH | `` | {\"milestones\":[]} | 400 | /milestones unknown_field",
        "PATCH | `` | {\"budgets\":null} | 400 | /budgets unknown_field",
        "PATCH | `` | {\"policies\":{\"silence\":null}} | 400 | /policies/silence unknown_field",
        "PATCH | /milestones/m1 | {\"dueDat\":null,\"name\":\"x\"} | 400 | /dueDat unknown_field",
        "PATCH | `` | {\"budget\":5,\"labels\":{\"a\":1}} | 400 | /budget wrong_type, /labels/a wrong_type",
        "PATCH | `` | {\"labels\":{\"a:b\":\"x\"},\"policies\":{\"end\":\"never\"},\"firstMilestone\":null} | 422 | /labels/a:b bad_label, /policies/end unknown_value, /firstMilestone required",
        "PATCH | `` | {\"budget\":{\"cap\":{\"amount\":\"0\"}}} | 422 | /budget/cap/amount out_of_range",
        "PATCH | `` | {\"firstMilestone\":{\"amount\":null,\"dueDate\":\"soon\"}} | 422 | /firstMilestone/amount required, /firstMilestone/dueDate bad_date",
      })
  void whatIsWrongIsToldWithItsPointer(
      String method, String path, String body, int status, String wrong) {
    Answer refused = http.send(method, hire + path, body, "Content-Type", "application/json");
    assertThat(refused.status()).as(refused.raw().body()).isEqualTo(status);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(errors(refused)).containsExactlyInAnyOrder(wrong.split(", "));
  }

  @Test
  void textsThatAreTooLongAreRefused() {
    String body = EXTRA.formatted(",\"name\":\"" + "x".repeat(201) + "\"");
    assertThat(errors(http.post(hire + "/milestones", body))).containsExactly("/name too_long");
    Answer ref = patch("{\"externalRef\":\"" + "x".repeat(201) + "\"}");
    assertThat(errors(ref)).containsExactly("/externalRef too_long");
    String adopt = "{\"action\":\"adopt\",\"marketplaceId\":\"" + "x".repeat(201) + "\"}";
    assertThat(errors(http.post(hire + "/incidents/i1/resolve", adopt)))
        .containsExactly("/marketplaceId too_long");
  }

  @Test
  void whatDoesNotExistIsNotFoundWhateverIsCommanded() {
    for (String command : List.of("/pause", "/resume", "/cancel", "/end", "/milestones/m1/fund")) {
      assertThat(http.post("/v1/hires/hir_none" + command, "").text("/code"))
          .isEqualTo("hire_not_found");
    }
    assertThat(http.post(hire + "/milestones/m9/fund", "").text("/code"))
        .isEqualTo("milestone_not_found");
    assertThat(http.send("DELETE", hire + "/milestones/m9", "").text("/code"))
        .isEqualTo("milestone_not_found");
    assertThat(http.post(hire + "/incidents/i9/resolve", "{\"action\":\"retry\"}").text("/code"))
        .isEqualTo("incident_not_found");
  }

  private Answer patch(String body) {
    return http.send("PATCH", hire, body, "Content-Type", "application/merge-patch+json");
  }

  /** Opens an incident in the workflow and has it recorded. */
  private void raise(String id) {
    String workflow = WorkflowIds.hire(hire.substring(hire.lastIndexOf('/') + 1));
    stack
        .front()
        .bean(WorkflowClient.class)
        .newUntypedWorkflowStub(workflow)
        .signal(
            "notify",
            new MarketplaceNotifications(
                List.of(new MarketplaceNotification(id, "x", null, null, null, null))));
    http.post(hire + "/pause", "");
  }

  private static List<String> errors(Answer answer) {
    List<String> all = new ArrayList<>();
    answer
        .json()
        .at("/errors")
        .forEach(e -> all.add(e.get("pointer").asText() + " " + e.get("code").asText()));
    return all;
  }
}
