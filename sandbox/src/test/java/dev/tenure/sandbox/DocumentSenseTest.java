package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests as the document wants them, one leading to the next: none is refused as bad but for what
 * no schema can say, and every success that the document declares is met.
 */
class DocumentSenseTest extends SandboxTest {
  private static final int ROUNDS = 40;

  /** Calls whose good requests can be bad for the moment: a cursor, a code, a kind of pay. */
  private static final Set<String> BAD_FOR_THE_MOMENT =
      Set.of(
          "post_identity_claim",
          "post_oauth_token",
          "post_tokens",
          "post_contracts_contractId_milestones");

  private final Known known = new Known();
  private final Set<String> refused = new TreeSet<>();
  private ApiDocument document;
  private Sense sense;
  private SchemaCheck check;

  @BeforeEach
  void seed() {
    document = new ApiDocument(market);
    sense = new Sense(document, known, 7);
    check = new SchemaCheck(document);
    String contract = market.hired("prp_4");
    known.add("contractId", contract);
    known.add("contractId", paid("prp_3"));
    known.add("milestoneId", market.milestone(contract, "second", 20));
    known.add("milestoneId", market.get("/contracts/" + contract).text(FIRST));
    List.of("prp_1", "prp_2", "prp_5").forEach(id -> known.add("proposalId", id));
    known.add("jobId", "job_1");
    known.add("claim_token", claimed());
  }

  @Test
  void everyDeclaredSuccessIsMetAndNothingGoodIsRefusedAsBad() throws IOException {
    Set<String> declared = declared();
    Set<String> met = new TreeSet<>();
    for (int round = 0; round < ROUNDS && !met.equals(declared); round++) {
      for (ApiDocument.Call call : document.calls()) {
        Reply reply = send(call);
        if (reply.status() < 300) {
          met.add(call.id() + " " + reply.status());
          known.learn(reply.json());
        } else if (reply.status() == 400 && !BAD_FOR_THE_MOMENT.contains(call.id())) {
          refused.add(call.id() + ": " + reply.body());
        }
        assertThat(check.faults(answer(call, reply), reply.json())).as(reply.body()).isEmpty();
      }
    }
    assertThat(refused).isEmpty();
    assertThat(met).isEqualTo(declared);
  }

  private static final String FIRST = "contract.milestones.0.id";

  private static JsonNode answer(ApiDocument.Call call, Reply reply) {
    JsonNode schema = call.answer(reply.status());
    if (schema == null) {
      throw new AssertionError(call + " answered " + reply.status() + ": " + reply.body());
    }
    return schema;
  }

  private Set<String> declared() {
    return document.calls().stream()
        .flatMap(
            call ->
                statuses(call).stream()
                    .filter(status -> status.startsWith("2"))
                    .map(status -> call.id() + " " + status))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> statuses(ApiDocument.Call call) {
    Set<String> all = new TreeSet<>();
    Reply.in(call.node(), "responses").entries().forEach(entry -> all.add(entry.getKey()));
    return all;
  }

  private Reply send(ApiDocument.Call call) throws IOException {
    Map<String, String> query = new TreeMap<>();
    for (JsonNode parameter : call.parameters("query")) {
      JsonNode needed = parameter.get("required");
      boolean required = needed != null && needed.getBooleanValue();
      String name = Reply.in(parameter, "name").getStringValue();
      // A cursor is only good when the list gave it.
      if (required || (!name.equals("cursor") && sense.oneIn(3))) {
        query.put(name, text(name, Reply.in(parameter, "schema")));
      }
    }
    String path = call.path();
    for (JsonNode parameter : call.parameters("path")) {
      String name = Reply.in(parameter, "name").getStringValue();
      path = path.replace("{" + name + "}", escaped(text(name, Reply.in(parameter, "schema"))));
    }
    String asked = query.isEmpty() ? "" : "?" + form(query);
    for (Map.Entry<String, JsonNode> body : call.body().entrySet()) {
      JsonNode value = sense.value("", body.getValue());
      String sent = body.getKey().endsWith("json") ? Reply.print(value) : form(texts(value));
      return market.trySend(
          call.method(), path + asked, sent, Map.of("Content-Type", body.getKey()));
    }
    return market.trySend(call.method(), path + asked, "", Map.of());
  }

  private static Map<String, String> texts(JsonNode fields) {
    Map<String, String> texts = new TreeMap<>();
    fields.entries().forEach(entry -> texts.put(entry.getKey(), entry.getValue().getStringValue()));
    return texts;
  }

  private String text(String name, JsonNode schema) {
    return sense.value(name, schema).coerceStringValue();
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + escaped(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A contract without money behind it, which ends at once. */
  private String paid(String proposal) {
    String contract = market.hired(proposal);
    market.control(
        "POST", "/milestones/" + market.get("/contracts/" + contract).text(FIRST) + "/pay");
    return contract;
  }

  /** The claim token of an agent whose account a person has just taken over. */
  private String claimed() {
    String token =
        market
            .send("POST", "/api/agent/identity", "{\"agent_name\": \"Scout\"}")
            .text("claim_token");
    Reply claim =
        market.send(
            "POST",
            "/api/agent/identity/claim",
            "{\"claim_token\": \"%s\", \"email\": \"scout@example.com\"}".formatted(token));
    String attempt = claim.text("verification_uri").replaceFirst(".*token=", "");
    try {
      Reply page =
          market.trySend(
              "POST",
              "/claim",
              form(Map.of("token", attempt, "code", claim.text("user_code"))),
              Map.of("Content-Type", "application/x-www-form-urlencoded"));
      assertThat(page.status()).isEqualTo(200);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return token;
  }
}
