package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenure.api.Description.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Asks whatever the description allows, and more. Every answer must be a described one, which
 * {@link Http} sees to, and none a failure of the server.
 */
@ExtendWith(StackExtension.class)
class FuzzTest {

  private static final int ROUNDS = 14;

  /** Endless, and held against its description by its own tests. */
  private static final Set<String> LEFT_OUT = Set.of("streamEvents");

  /** Waits for a worker that is not there; asked once for each seed. */
  private static final Set<String> SLOW = Set.of("planHire");

  private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261121, 77})
  void nothingThatIsAskedMakesTheServerFailOrAnswerWhatIsNotDescribed(long seed, Http http) {
    var fuzzer = new Fuzzer(Description.HERE.schemas(), seed);
    List<Operation> operations =
        Description.HERE.operations().filter(one -> !LEFT_OUT.contains(one.id())).toList();
    for (int round = 0; round < ROUNDS; round++) {
      String hire = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/id");
      for (Operation operation : operations) {
        if (round > 0 && SLOW.contains(operation.id())) {
          continue;
        }
        Http.Answer answer = ask(http, fuzzer, operation, hire);
        assertThat(answer.status())
            .as("seed %d, round %d, %s: %s", seed, round, operation.id(), answer.raw())
            .isLessThan(500);
        SEEN.add(operation.id() + " " + answer.status());
      }
    }
  }

  /** The generator is no good if it only ever gets refusals, or never any. */
  @AfterAll
  static void rightAndWrongWasAskedOfEveryKind() {
    assertThat(SEEN)
        .contains("makeHire 201", "changeHire 200", "addMilestone 201", "endContract 200")
        .contains("makeHire 422", "changeHire 400", "releaseMilestone 404", "dropMilestone 409");
  }

  @Test
  void everyValueThatTheDescriptionAdmitsOfAParameterIsTaken(Http http) {
    List<String> asked = new ArrayList<>();
    Description.HERE
        .operations()
        .filter(one -> one.method().equals("GET") && !LEFT_OUT.contains(one.id()))
        .forEach(
            operation -> {
              for (JsonNode parameter : operation.node().path("parameters")) {
                String name = parameter.path("name").asText();
                for (String value : ParameterEdges.values(parameter.path("schema"))) {
                  String query = operation.path() + "?" + name + "=" + encoded(value);
                  assertThat(http.get(query).status()).as(query).isEqualTo(200);
                  asked.add(query);
                }
              }
            });
    assertThat(asked)
        .contains("/v1/hires?status=cancelling", "/v1/hires?limit=200", "/v1/events?cursor=0")
        .contains("/v1/incidents?status=all", "/v1/incidents?cause=start_refused")
        .contains("/v1/hires?label=team%3Avision");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.00", "450.0000001", "1000000.01", "", "x", "-1", "1e3", "0450.12345678"})
  void anAmountIsRefusedWhereTheDescriptionRefusesIt(String amount, Http http) {
    assertThat(amount(http, amount)).as(amount).isEqualTo(422);
    assertThat(fits(amount)).isFalse();
  }

  /** USDC has six, and a pattern cannot know the account. */
  @ParameterizedTest
  @ValueSource(strings = {"450.001", "0450.1234"})
  void anAmountOfMoreDecimalsThanTheCurrencyHasIsRefused(String amount, Http http) {
    assertThat(amount(http, amount)).as(amount).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"450", "0450.10", "0.01", "1000000.000", "000000001000000", "9.990"})
  void anAmountIsTakenWhereTheDescriptionTakesIt(String amount, Http http) {
    assertThat(amount(http, amount)).as(amount).isEqualTo(201);
    assertThat(fits(amount)).isTrue();
  }

  private static int amount(Http http, String amount) {
    return http.post(
            "/v1/hires", Bodies.shortest(Bodies.proposal()).replaceFirst("\\d+\\.\\d\\d", amount))
        .status();
  }

  private static boolean fits(String amount) {
    JsonNode schema =
        Description.HERE.root().at("/components/schemas/MoneyRequest/properties/amount");
    assertThat(schema.has("pattern")).isTrue();
    return Constraints.broken(schema, TextNode.valueOf(amount)).isEmpty();
  }

  private static Http.Answer ask(Http http, Fuzzer fuzzer, Operation operation, String hire) {
    StringBuilder path = new StringBuilder(operation.path());
    StringBuilder query = new StringBuilder();
    List<String> headers = new ArrayList<>();
    for (JsonNode parameter : operation.node().path("parameters")) {
      String name = parameter.path("name").asText();
      switch (parameter.path("in").asText()) {
        case "path" -> fill(path, name, segment(fuzzer, name, hire));
        case "query" -> append(query, fuzzer, name);
        default -> addHeader(headers, fuzzer, name);
      }
    }
    String body = "";
    JsonNode content = operation.node().at("/requestBody/content");
    if (!content.isMissingNode()) {
      String type = content.fieldNames().next();
      headers.addAll(List.of("Content-Type", fuzzer.oneIn(20) ? "text/plain" : type));
      body = body(fuzzer, operation.id(), content.path(type).path("schema"));
    }
    return http.send(
        operation.method(), path + query.toString(), body, headers.toArray(String[]::new));
  }

  private static String body(Fuzzer fuzzer, String operation, JsonNode schema) {
    String good =
        switch (operation) {
          case "makeHire" -> Bodies.whole(Bodies.proposal());
          case "addMilestone" ->
              "{\"description\":\"x\",\"amount\":{\"amount\":\"9.00\",\"currency\":\"USD\"}}";
          case "changeHire" -> "{\"externalRef\":\"REQ-7\",\"labels\":{\"batch\":\"7\"}}";
          case "resolveIncident" -> "{\"action\":\"retry\"}";
          default -> "";
        };
    return good.isEmpty() || fuzzer.oneIn(3) ? fuzzer.body(schema) : fuzzer.spoilt(good, schema);
  }

  private static String segment(Fuzzer fuzzer, String name, String hire) {
    List<String> usual =
        switch (name) {
          case "id" -> List.of(hire, hire, hire, hire, "hir_none");
          case "key" -> List.of("m1", "m2", "m3");
          default -> List.of("inc_1");
        };
    String text = fuzzer.oneIn(8) ? fuzzer.text() : fuzzer.any(usual);
    // An empty segment or a lone surrogate makes another address, or none.
    return text.isBlank() || text.equals("\ud800") ? "x" : text;
  }

  private static void fill(StringBuilder path, String name, String value) {
    String variable = "{" + name + "}";
    int at = path.indexOf(variable);
    path.replace(at, at + variable.length(), encoded(value));
  }

  private static void append(StringBuilder query, Fuzzer fuzzer, String name) {
    if (fuzzer.oneIn(3)) {
      String value =
          fuzzer.any(List.of(fuzzer.text(), "5", "open", "pending", "ended", "a:b", "default"));
      query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
    }
  }

  private static void addHeader(List<String> headers, Fuzzer fuzzer, String name) {
    if (fuzzer.oneIn(3)) {
      headers.addAll(
          List.of(
              name, fuzzer.any(List.of("k", "wait=0", "*", "\"v1-x\"", "\"a\", W/\"b\"", "?"))));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text.replace("\ud800", "?"), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
