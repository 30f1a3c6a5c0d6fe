package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All that is wrong with a request is told at once, and nothing that only follows from it. */
@ExtendWith(StackExtension.class)
class ConsequentViolationsTest {

  private static final String WHOLE = OpenContractBodies.whole("R");

  @BeforeEach
  void serve(Stack stack) {
    OpenContractBodies.serve(stack.front());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void whatOnlyFollowsFromAnotherViolationIsNotTold(List<String> wrong, String body, Http http) {
    assertThat(http.post("/v1/hire-plans", body).errors())
        .containsExactlyInAnyOrderElementsOf(wrong);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments(
            List.of("/openContract/onWorkerLost unknown_value"),
            WHOLE.replace("\"next_worker\"", "\"nobody\"")),
        arguments(
            List.of("/openContract/worker wrong_type"),
            WHOLE.replaceFirst("\"worker\":\"[^\"]*\"", "\"worker\":5")),
        arguments(
            List.of("/milestones/0/openContract/reviewWithin out_of_range"),
            WHOLE.replace("\"P1D\"", "\"PT30S\"")),
        arguments(
            List.of("/milestones/0/openContract/reviewWithin bad_duration"),
            tender(
                "{\"acceptanceCriteria\":[\"x\"],\"reviewWithin\":\"soon\"}",
                "{\"reviewMargin\":\"P4D\"}")),
        arguments(
            List.of("/milestones/0/openContract/deadlines wrong_type"),
            tender(
                "{\"acceptanceCriteria\":[\"x\"],\"deadlines\":7}", "{\"reviewMargin\":\"P4D\"}")),
        arguments(
            List.of("/milestones/1/openContract/deadlines/delivery bad_time"),
            WHOLE
                .replace("\"P1D\"", "\"P9D\"")
                .replace("\"PT30M\"", "\"P4D\"")
                .replaceFirst("\"delivery\":\"[^\"]*\"", "\"delivery\":\"soon\"")),
        arguments(
            List.of("/openContract wrong_type"),
            tender("{\"acceptanceCriteria\":[\"x\"],\"reviewWithin\":\"PT30M\"}", "5")),
        arguments(
            List.of("/milestones/0/amount/currency unknown_currency"),
            WHOLE.replace(
                "\"amount\":\"50\",\"currency\":\"USDC\"",
                "\"amount\":\"5000\",\"currency\":\"USD\"")),
        arguments(
            List.of("/budget/cap below_worst_case", "/milestones/0/amount/note unknown_field"),
            """
            {"proposalId":"p","budget":{"cap":{"amount":"100","currency":"USD"}},"milestones":[
              {"name":"a","amount":{"amount":"5000","currency":"USD","note":1}}]}
            """),
        arguments(
            List.of(
                "/milestones/1/fund/after cycle",
                "/milestones/2/fund/after cycle",
                "/milestones/4/key duplicate"),
            milestones(
                "{\"key\":\"x\",\"name\":\"x\",%1$s},"
                    + " {\"key\":\"a\",\"description\":\"a\",%1$s,\"fund\":{\"when\":\"after_paid\",\"after\":\"b\"}},"
                    + " {\"key\":\"b\",\"description\":\"b\",%1$s,\"fund\":{\"when\":\"after_paid\",\"after\":\"a\"}},"
                    + " {\"key\":\"c\",\"description\":\"c\",%1$s},"
                    + " {\"key\":\"c\",\"description\":\"d\",%1$s}",
                "")),
        arguments(
            List.of("/account wrong_type", "/milestones/0/openContract wrong_type"),
            tender("7", "{}").replace("\"agent\"", "5").replace(",\"openContract\":{}", "")),
        arguments(
            List.of("/account unknown_account", "/milestones/0/openContract required"),
            tender("null", "null").replace("\"agent\"", "\"agnet\"")),
        arguments(
            List.of("/milestones/0/key wrong_type"),
            milestones(
                "{\"key\":1,\"name\":\"a\",%1$s}, {\"description\":\"b\",%1$s,%2$s}", "first")),
        arguments(
            List.of("/milestones/0/key wrong_type"),
            milestones(
                "{\"key\":1,\"name\":\"a\",%1$s}, {\"key\":\"m1\",\"description\":\"b\",%1$s}",
                "")),
        arguments(
            List.of("/milestones/1/key wrong_type"),
            milestones(
                "{\"name\":\"a\",%1$s}, {\"key\":1,\"description\":\"b\",%1$s,\"fund\":{\"when\":\"after_paid\"}}",
                "")),
        arguments(
            List.of("/milestones/2/key duplicate"),
            milestones(
                "{\"key\":\"a\",\"name\":\"a\",%1$s}, {\"key\":\"b\",\"description\":\"b\",%1$s},"
                    + " {\"key\":\"a\",\"description\":\"c\",%1$s,%2$s}",
                "b")));
  }

  /** A hire on OpenContract with one milestone, of that block, and that block of its own. */
  private static String tender(String milestone, String hire) {
    return """
        {"account":"agent","externalRef":"R","milestones":[
          {"description":"x","amount":{"amount":"1","currency":"USDC"},"openContract":%s}]
          ,"openContract":%s}
        """
        .formatted(milestone, hire);
  }

  /** A hire on OpenTrain; its milestones hold the place of an amount, and of a fund rule. */
  private static String milestones(String milestones, String after) {
    return "{\"proposalId\":\"p\",\"milestones\":["
        + milestones.formatted(
            "\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"}",
            "\"fund\":{\"when\":\"after_paid\",\"after\":\"%s\"}".formatted(after))
        + "]}";
  }
}
