package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every call of the document times every way in which its gate turns a caller away. */
class EveryGateTest extends SandboxTest {
  private List<ApiDocument.Call> calls = List.of();

  @BeforeEach
  void readDocument() {
    calls = new ApiDocument(market).calls().stream().filter(call -> call.gate() != null).toList();
  }

  @TestFactory
  Stream<DynamicTest> aTokenThatIsMissingUnknownExpiredOrRevokedOpensNothing() {
    Reply expiring =
        market.post(
            "/tokens", "{\"expiresAt\": \"" + clock.instant().plus(Duration.ofHours(1)) + "\"}");
    Reply revoked = market.post("/tokens", "{}");
    market.send("DELETE", Market.API + "/tokens/" + revoked.text("metadata.id"), "");
    assertThat(market.as(expiring.text("token")).get("/auth/me").status()).isEqualTo(200);
    clock.pass(Duration.ofHours(1));
    return calls.stream()
        .flatMap(
            call ->
                Stream.of("", "ot_pat_unknown", expiring.text("token"), revoked.text("token"))
                    .map(
                        token ->
                            DynamicTest.dynamicTest(
                                call + " " + token, () -> unauthorized(call, token))));
  }

  @TestFactory
  Stream<DynamicTest> aTokenWithoutTheScopeIsToldWhichItNeeds() {
    String narrow = market.post("/tokens", "{\"scopes\": []}").text("token");
    return calls.stream()
        .filter(call -> !scopes(call).isEmpty())
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.toString(),
                    () -> {
                      Reply reply = send(market.as(narrow), call);
                      assertThat(reply.status()).isEqualTo(403);
                      assertThat(texts(reply.at("details.requiredScopes"))).isEqualTo(scopes(call));
                      assertThat(reply.size("details.grantedScopes")).isZero();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aFeatureThatIsOffIsNamed() {
    return calls.stream()
        .filter(call -> gate(call).get("feature") != null)
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.toString(),
                    () -> {
                      String feature = Reply.in(gate(call), "feature").getStringValue();
                      account("{\"claimed\": false, \"features\": {\"%s\": false}}", feature);
                      Reply reply = send(market, call);
                      account("{\"claimed\": true, \"features\": {\"%s\": true}}", feature);
                      assertThat(reply.status()).isEqualTo(403);
                      assertThat(reply.text("details.featureKey")).isEqualTo(feature);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> anUnclaimedAccountMayReadButNotWriteWhereAClaimIsNeeded() {
    return calls.stream()
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.toString(),
                    () -> {
                      account("{\"claimed\": %s}", "false");
                      Reply reply = send(market, call);
                      account("{\"claimed\": %s}", "true");
                      boolean told = reply.body().contains("account_claim_required");
                      assertThat(told).isEqualTo(Reply.in(gate(call), "claimed").getBooleanValue());
                    }));
  }

  private void unauthorized(ApiDocument.Call call, String token) {
    Reply reply = send(market.as(token), call);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text("code")).isEqualTo("UNAUTHORIZED");
    assertThat(reply.json().get("details")).isNull();
  }

  /** With a body that is no JSON and an id that does not exist: gates come first. */
  private static Reply send(Market market, ApiDocument.Call call) {
    String path = call.path().replaceAll("\\{\\w+}", "none");
    return market.send(call.method(), path, call.method().equals("GET") ? "" : "{not json");
  }

  private static JsonNode gate(ApiDocument.Call call) {
    return Reply.in(call.node(), "x-gate");
  }

  private static List<String> scopes(ApiDocument.Call call) {
    return texts(Reply.in(gate(call), "anyScopeOf"));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.values().forEach(item -> texts.add(item.getStringValue()));
    return texts;
  }

  private void account(String change, String value) {
    Reply set = market.control("PUT", "/accounts/acc_1", change.formatted(value));
    assertThat(set.status()).as(set.body()).isEqualTo(200);
  }
}
