package dev.tenure.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document by which programs see OpenContract. */
@SuppressWarnings("NullAway.Init")
class OpenContractDocumentTest extends OpenContractTest {
  private static final String NONE = "none";

  private ApiDocument document;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST | /agents/{address}/challenge          | none   | 400 invalid_request
          POST | /agents/{address}/api-key            | none   | 400 invalid_request, 400 invalid_challenge, 401 unauthorized
          POST | /agents/{address}/api-key/revoke     | none   | 400 invalid_request, 400 invalid_challenge, 401 unauthorized, 404 key_not_found
          GET  | /agents/me/api-keys                  | apiKey | 401 unauthorized
          GET  | /agents/{address}/resume             | none   | 400 invalid_request, 404 not_found
          GET  | /agents/{address}/workload           | apiKey | 400 invalid_request, 401 unauthorized, 404 not_found
          GET  | /protocol                            | apiKey | 401 unauthorized
          GET  | /contracts                           | none   | 400 invalid_request
          POST | /contracts                           | apiKey | 400 invalid_request, 401 unauthorized, 402, 403 forbidden, 409 conflict, 409 duplicate_contract, 429 too_many_pending_attempts
          GET  | /contracts/{contractId}              | none   | 404 not_found
          POST | /contracts/{contractId}/cancel       | apiKey | 401 unauthorized, 403 forbidden, 404 not_found, 409 conflict
          POST | /contracts/{contractId}/accept       | apiKey | 400 invalid_request, 401 unauthorized, 402, 403 forbidden, 404 not_found, 409 conflict
          POST | /contracts/{contractId}/withdraw     | apiKey | 401 unauthorized, 403 forbidden, 404 not_found, 409 conflict
          POST | /contracts/{contractId}/delivery     | apiKey | 400 invalid_request, 401 unauthorized, 403 forbidden, 404 not_found, 409 conflict
          POST | /contracts/{contractId}/approve      | apiKey | 401 unauthorized, 403 forbidden, 404 not_found, 409 conflict
          POST | /contracts/{contractId}/dispute      | apiKey | 400 invalid_request, 401 unauthorized, 402, 403 forbidden, 404 not_found, 409 conflict
          POST | /contracts/{contractId}/votes        | apiKey | 400 invalid_request, 401 unauthorized, 402, 403 forbidden, 404 not_found, 409 conflict
          GET  | /contracts/{contractId}/votes        | none   | 400 invalid_request, 404 not_found
          POST | /contracts/{contractId}/checkpoint   | apiKey | 400 invalid_request, 401 unauthorized, 403 forbidden, 404 not_found, 409 conflict
          GET  | /contracts/{contractId}/checkpoints  | none   | 404 not_found
          POST | /contracts/{contractId}/complaints   | apiKey | 400 invalid_request, 401 unauthorized, 403 forbidden, 404 not_found, 409 conflict
          GET  | /contracts/{contractId}/complaints   | none   | 404 not_found
          POST | /agents/me/profile                   | apiKey | 400 invalid_request, 401 unauthorized, 404 not_found, 429 too_many_profile_updates
          GET  | /agents/{address}/profile            | none   | 400 invalid_request, 404 not_found
          """)
  void aCallSaysItsKeyItsPriceAndItsRefusals(
      String method, String path, String key, String refusals) {
    ApiDocument.Call call = call(method, Agent.API + path);
    JsonNode security = Reply.in(call.node(), "security");
    assertThat(security.size() == 0 ? NONE : Reply.print(security)).contains(key);
    List<String> expected = new ArrayList<>(List.of("429 rate_limited", "500 internal_error"));
    expected.addAll(List.of(refusals.split(", ")));
    assertThat(refusals(call)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Reply.in(call.node(), "operationId").getStringValue())
        .startsWith(method.toLowerCase(Locale.ROOT) + "_");
  }

  @Test
  void thereIsNoCallBesideThose() {
    assertThat(document.calls()).hasSize(24);
  }

  @Test
  void thePriceOfACallStandsInHeadersAndBodyOfIts402() {
    JsonNode unpaid = Reply.in(call("POST", Agent.API + "/contracts").node(), "responses", "402");
    assertThat(names(Reply.in(unpaid, "headers")))
        .containsExactlyInAnyOrder("Payment-Required", "PAYMENT-RESPONSE", "X-PAYMENT-RESPONSE");
    Reply quoted = client.post("/contracts", direct().json());
    fits("POST", "/contracts", quoted);
    JsonNode quote = Reply.in(unpaid, "headers", "Payment-Required", "x-decoded");
    assertThat(new SchemaCheck(document).faults(quote, Agent.quote(quoted))).isEmpty();
    settings("{\"quoteInBody\": false}");
    fits("POST", "/contracts", client.post("/contracts", direct().json()));
  }

  @Test
  void wordsOfWhichThereAreOnlySoManyAreNamedInTheirSchemas() {
    assertThat(Reply.print(schema("Vote", "vote"))).contains("[\"met\",\"not met\",\"unclear\"]");
    assertThat(Reply.print(schema("VotesRequest.Entry", "vote"))).contains("\"not met\"");
    assertThat(Reply.print(schema("ComplaintJson", "status"))).contains("\"upheld\"");
    assertThat(Reply.print(schema("WorkingContractJson", "status")))
        .contains("\"under-review\"", "\"cancelled-by-initiator\"");
    JsonNode filters = Reply.in(call("GET", Agent.API + "/contracts").node(), "parameters");
    assertThat(Reply.print(filters))
        .contains(
            "fixed|auction", "direct_award|open_tender", "0x[0-9a-fA-F]{40}", "\"maximum\":100")
        .contains("\"settled-none-met\"");
  }

  private JsonNode schema(String record, String field) {
    JsonNode name = JsonNode.createStringNode("#/components/schemas/" + record);
    JsonNode shape = document.resolve(JsonNode.createObjectNode(Map.of("$ref", name)));
    return document.resolve(Reply.in(shape, "properties", field));
  }

  @Test
  void everyAnswerOnTheWayOfAContractFitsItsDescription() {
    fits("POST", "/agents/{address}/challenge", client.challenge());
    fits("POST", "/agents/{address}/api-key", client.issue(client.challenge(), "second"));
    fits("GET", "/agents/me/api-keys", client.get("/agents/me/api-keys"));
    fits("GET", "/protocol", client.get("/protocol"));
    Reply created = client.paid("/contracts", direct().json());
    fits("POST", "/contracts", created);
    String id = created.text("data.id");
    String path = "/contracts/{contractId}";
    fits("GET", path, read(id));
    fits("POST", path + "/approve", client.post("/contracts/" + id + "/approve", ""));
    String accept = "/contracts/" + id + "/accept";
    fits("POST", path + "/accept", worker.post(accept, "{\"accept\": true}"));
    fits("POST", path + "/accept", worker.paid(accept, "{\"accept\": true}"));
    fits("POST", path + "/accept", worker.post(accept, "{\"accept\": 7}"));
    fits(
        "POST",
        path + "/delivery",
        worker.post("/contracts/" + id + "/delivery", "{\"delivery\": \"ipfs://work\"}"));
    fits("POST", path + "/dispute", client.paid("/contracts/" + id + "/dispute", ""));
    fits("POST", path + "/votes", vote(stranger, id, "met", "unclear"));
    fits("GET", path + "/votes", client.get("/contracts/" + id + "/votes"));
    clock.pass(Duration.ofDays(2));
    fits("GET", path + "/votes", client.get("/contracts/" + id + "/votes"));
    fits("GET", "/contracts", client.get("/contracts?limit=1"));
    fits("GET", "/contracts", client.get("/contracts?limit=0"));
    for (String kind : List.of("resume", "workload")) {
      fits(
          "GET",
          "/agents/{address}/" + kind,
          client.get("/agents/" + client.address() + "/" + kind));
    }
    fits("POST", path + "/cancel", client.withKey("").post("/contracts/" + id + "/cancel", ""));
    fits("POST", path + "/cancel", stranger.post("/contracts/" + id + "/cancel", ""));
    fits("POST", path + "/cancel", stranger.post("/contracts/none/cancel", ""));
    settings("{\"requestsPerMinute\": 1}");
    client.get("/protocol");
    Reply limited = client.get("/protocol");
    assertThat(limited.status()).isEqualTo(429);
    fits("GET", "/protocol", limited);
  }

  @Test
  void everyAnswerOfTheThirdRevisionFitsItsDescription() {
    settings("{\"thirdRevision\": true}");
    String id = matched(direct().with("applicationMetadata", Map.of("pair", "a/b")));
    String path = "/contracts/{contractId}";
    fits("GET", path, read(id));
    fits(
        "POST",
        path + "/checkpoint",
        worker.post("/contracts/" + id + "/checkpoint", ThirdRevisionTest.checkpoint(1, 2, 0)));
    fits("GET", path + "/checkpoints", client.get("/contracts/" + id + "/checkpoints"));
    fits(
        "POST",
        path + "/complaints",
        client.post("/contracts/" + id + "/complaints", "{\"evidence\": {\"a\": [1]}}"));
    fits("GET", path + "/complaints", client.get("/contracts/" + id + "/complaints"));
    fits("POST", "/agents/me/profile", client.post("/agents/me/profile", "{\"bio\": \"b\"}"));
    fits("POST", "/agents/me/profile", client.post("/agents/me/profile", "{\"bio\": 7}"));
    fits(
        "GET", "/agents/{address}/profile", client.get("/agents/" + client.address() + "/profile"));
    clock.pass(Duration.ofDays(6));
    fits("GET", "/agents/{address}/resume", client.get("/agents/" + client.address() + "/resume"));
  }

  private void fits(String method, String path, Reply reply) {
    JsonNode schema = call(method, Agent.API + path).answer(reply.status());
    assertThat(schema).as("%s %s answers %d", method, path, reply.status()).isNotNull();
    assertThat(faults(schema, reply)).as(reply.body()).isEmpty();
  }

  private List<String> faults(@Nullable JsonNode schema, Reply reply) {
    return new SchemaCheck(document).faults(requireNonNull(schema), reply.json());
  }

  /** Read once: it counts as a call of whoever reads it. */
  @BeforeAll
  void readDocument() {
    Reply reply = market.send("GET", Agent.API + "/openapi.json", "");
    assertThat(reply.body()).doesNotContain("MilestoneJson", "JsonNode");
    assertThat(Reply.in(reply.json(), "components", "securitySchemes", "apiKey", "scheme"))
        .isEqualTo(JsonNode.createStringNode("bearer"));
    document = new ApiDocument(reply);
  }

  private ApiDocument.Call call(String method, String path) {
    return document.calls().stream()
        .filter(one -> one.method().equals(method) && one.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + method + " " + path));
  }

  /** {@code 404 not_found} for each code that a response allows; 402 has none. */
  private static List<String> refusals(ApiDocument.Call call) {
    Map<String, JsonNode> all = new TreeMap<>();
    Reply.in(call.node(), "responses")
        .entries()
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all.entrySet().stream()
        .filter(one -> !one.getKey().startsWith("2"))
        .flatMap(one -> codes(one.getKey(), one.getValue()))
        .toList();
  }

  private static Stream<String> codes(String status, JsonNode response) {
    if (status.equals("402")) {
      return Stream.of(status);
    }
    JsonNode allOf = Reply.in(response, "content", "application/json", "schema", "allOf");
    JsonNode code =
        Reply.in(requireNonNull(allOf.get(1)), "properties", "error", "properties", "code", "enum");
    List<String> words = new ArrayList<>();
    code.values().forEach(word -> words.add(status + " " + word.getStringValue()));
    return words.stream();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.entries().forEach(entry -> names.add(entry.getKey()));
    return names;
  }
}
