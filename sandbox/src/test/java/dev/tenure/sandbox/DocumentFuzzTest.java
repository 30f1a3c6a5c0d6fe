package dev.tenure.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests made from the document itself: whatever is sent, the status of the answer is declared
 * and its body is what the document says.
 */
class DocumentFuzzTest extends SandboxTest {
  private static final int ROUNDS = 10;
  private static final List<String> TOKENS =
      List.of("ot_pat_sandbox_owner", "ot_pat_sandbox_member", "ot_pat_sandbox_stranger", "x", "");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverIsSentTheAnswerIsDeclared(long seed) throws IOException {
    ApiDocument document = new ApiDocument(market);
    Nonsense nonsense = new Nonsense(document, seed);
    SchemaCheck check = new SchemaCheck(document);
    List<String> ids = new ArrayList<>(List.of("prp_1", "prp_5", "prp_stranger", "job_1", "none"));
    ids.add(market.hired("prp_4"));
    ids.add(market.milestone(ids.getLast(), "second", 20));
    for (int round = 0; round < ROUNDS; round++) {
      for (ApiDocument.Call call : document.calls()) {
        Reply reply = send(call, nonsense, ids);
        String what = "seed %d round %d: %s".formatted(seed, round, call);
        JsonNode schema = call.answer(reply.status());
        assertThat(schema).as("%s answered %d: %s", what, reply.status(), reply.body()).isNotNull();
        assertThat(check.faults(requireNonNull(schema), reply.json()))
            .as("%s: %s", what, reply.body())
            .isEmpty();
        remember(reply.json(), ids);
      }
    }
    // Milestones under one description are what nonsense makes; the rest must never happen.
    market
        .control("GET", "/audit")
        .at("violations")
        .values()
        .forEach(words -> assertThat(words.getStringValue()).startsWith("two milestones with one"));
  }

  @Test
  void moreThanHalfOfTheDeclaredSuccessesAreSeen() throws IOException {
    ApiDocument document = new ApiDocument(market);
    Set<String> seen = new HashSet<>();
    Set<String> declared = new HashSet<>();
    for (ApiDocument.Call call : document.calls()) {
      Reply.in(call.node(), "responses")
          .entries()
          .forEach(
              entry -> {
                if (entry.getKey().startsWith("2")) {
                  declared.add(call.id() + " " + entry.getKey());
                }
              });
    }
    for (long seed = 5; seed < 7; seed++) {
      reset();
      Nonsense nonsense = new Nonsense(document, seed);
      List<String> ids = new ArrayList<>(List.of("prp_5", "job_1", market.hired("prp_4")));
      for (int round = 0; round < ROUNDS; round++) {
        for (ApiDocument.Call call : document.calls()) {
          Reply reply = send(call, nonsense, ids);
          if (reply.status() < 300) {
            seen.add(call.id() + " " + reply.status());
          }
          remember(reply.json(), ids);
        }
      }
    }
    assertThat(seen).isSubsetOf(declared);
    assertThat(seen.size() * 10).as("%s", seen).isGreaterThan(declared.size() * 5);
  }

  private Reply send(ApiDocument.Call call, Nonsense nonsense, List<String> ids)
      throws IOException {
    String path = call.path();
    for (JsonNode parameter : call.parameters("path")) {
      String value = nonsense.value(Reply.in(parameter, "schema"), ids);
      path =
          path.replace(
              "{" + Reply.in(parameter, "name").getStringValue() + "}",
              value.isEmpty() ? "none" : escaped(value.substring(0, Math.min(40, value.length()))));
    }
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : call.parameters("query")) {
      if (!nonsense.oneIn(2)) {
        String value = nonsense.value(Reply.in(parameter, "schema"), List.of());
        query
            .append(query.isEmpty() ? "?" : "&")
            .append(Reply.in(parameter, "name").getStringValue());
        query.append('=').append(escaped(value.substring(0, Math.min(40, value.length()))));
      }
    }
    String token = nonsense.oneIn(10) ? nonsense.any(TOKENS) : TOKENS.getFirst();
    String type = call.body().keySet().stream().findFirst().orElse("application/json");
    String body = call.body().isEmpty() ? "" : nonsense.json(requireNonNull(call.body().get(type)));
    if (type.endsWith("urlencoded")) {
      body = nonsense.oneIn(3) ? body : "token=x&grant_type=y&claim_token=z";
    }
    return market
        .as(token)
        .trySend(call.method(), path + query, body, Map.of("Content-Type", type));
  }

  /** What an answer names can be asked for next. */
  private static void remember(JsonNode node, List<String> ids) {
    if (node.isObject()) {
      node.entries()
          .forEach(
              entry -> {
                if (entry.getValue().isString() && entry.getKey().matches("id|.*Id")) {
                  ids.add(entry.getValue().getStringValue());
                } else {
                  remember(entry.getValue(), ids);
                }
              });
    } else if (node.isArray()) {
      node.values().forEach(item -> remember(item, ids));
    }
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
