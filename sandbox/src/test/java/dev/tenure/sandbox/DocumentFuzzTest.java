package dev.tenure.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nonsense made from the document itself: whatever is sent, the status of the answer is declared,
 * its body is what the document says, and what the document forbids is never taken.
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
    Known known = new Known();
    List.of("prp_1", "prp_5", "prp_stranger", "job_1", "none").forEach(id -> known.add("id", id));
    String contract = market.hired("prp_4");
    known.add("contractId", contract);
    known.add("milestoneId", market.milestone(contract, "second", 20));
    for (int round = 0; round < ROUNDS; round++) {
      for (ApiDocument.Call call : document.calls()) {
        Sent sent = send(call, nonsense, known.all());
        Reply reply = sent.reply();
        String what = "seed %d round %d: %s".formatted(seed, round, call);
        JsonNode schema = call.answer(reply.status());
        assertThat(schema).as("%s answered %d: %s", what, reply.status(), reply.body()).isNotNull();
        assertThat(check.faults(requireNonNull(schema), reply.json()))
            .as("%s: %s", what, reply.body())
            .isEmpty();
        assertThat(reply.status() < 300 && !sent.fits(check))
            .as("%s took %s", what, sent.body())
            .isFalse();
        known.learn(reply.json());
      }
    }
    // Milestones under one description are what nonsense makes; the rest must never happen.
    market
        .control("GET", "/audit")
        .at("violations")
        .values()
        .forEach(words -> assertThat(words.getStringValue()).startsWith("two milestones with one"));
  }

  /** What was sent as JSON, beside the schema that it should have had, and what came back. */
  private record Sent(@Nullable JsonNode schema, String body, Reply reply) {
    boolean fits(SchemaCheck check) {
      return schema == null || check.fits(schema, Reply.parse(body));
    }
  }

  private Sent send(ApiDocument.Call call, Nonsense nonsense, List<String> ids) throws IOException {
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
    Reply reply =
        market.as(token).trySend(call.method(), path + query, body, Map.of("Content-Type", type));
    return new Sent(type.endsWith("json") ? call.body().get(type) : null, body, reply);
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
