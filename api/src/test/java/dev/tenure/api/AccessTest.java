package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.api.Http.Answer;
import dev.tenure.api.access.EnvironmentKeys;
import dev.tenure.api.access.StartCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StackExtension.class)
class AccessTest {

  @Test
  void withKeysEveryCallNeedsOneAndHealthNeedsNone(Stack stack) {
    Map<String, Object> keys =
        Map.of("tenure.api.keys", "ci:secret-1-secret-1-secret,ops:secret:2:secret:2:secret");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      Http http = front.http();
      assertThat(http.get("/v1/hires").status()).isEqualTo(401);
      assertThat(http.get("/v1/hires").text("/code")).isEqualTo("unauthorized");
      assertThat(http.get("/v1/hires").header("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(http.get("/v1/hires", "X-Api-Key", "wrong").status()).isEqualTo(401);
      assertThat(http.get("/v1/hires", "X-Api-Key", "secret:2:secret:2:secret").status())
          .isEqualTo(200);
      assertThat(http.get("/v1/hires", "Authorization", "Bearer secret-1-secret-1-secret").status())
          .isEqualTo(200);
      assertThat(http.get("/health/liveness").status()).isEqualTo(200);
      assertThat(http.get("/openapi.yaml").status()).isEqualTo(200);
      assertThat(http.get("/prometheus").status()).isEqualTo(200);
    }
  }

  @Test
  void anAddressThatIsNotLoopbackNeedsKeysToStart() {
    assertThat(StartCheck.objection(Map.of())).isEmpty();
    assertThat(StartCheck.objection(Map.of("TENURE_API_HOST", "127.0.0.9"))).isEmpty();
    assertThat(StartCheck.objection(Map.of("TENURE_API_HOST", "0.0.0.0")).orElseThrow())
        .contains("TENURE_API_KEYS");
    assertThat(
            StartCheck.objection(
                    Map.of("TENURE_API_HOST", "127.0.0.1", "MICRONAUT_SERVER_HOST", "0.0.0.0"))
                .orElseThrow())
        .contains("0.0.0.0", "leave MICRONAUT_SERVER_HOST at 127.0.0.1");
    assertThat(
            StartCheck.objection(
                Map.of("TENURE_API_HOST", "0.0.0.0", "TENURE_API_KEYS", "a:0123456789-0123456789")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "team:ab,cdef-very-long | piece 1: | 2 characters",
        "team:0123456789-0123456789,cdef-very-long | piece 2: | no name",
        "team:0123456789-0123456789, | piece 2 | empty",
        ":0123456789-0123456789 | piece 1 | name",
        "a b:0123456789-0123456789 | piece 1 | name",
        "team:0123456789 0123456789 | piece 1 | without blank",
        "local:0123456789-0123456789 | piece 1 | without a key",
        "a:0123456789-0123456789,a:9876543210-9876543210 | piece 2: | before",
        "a:0123456789-0123456789,b:0123456789-0123456789 | piece 2: | before"
      })
  void aPieceOfTheKeysThatIsWrongStopsTheStartAndIsNamed(String keys, String piece, String why) {
    String objection =
        StartCheck.objection(Map.of("TENURE_API_HOST", "0.0.0.0", "TENURE_API_KEYS", keys))
            .orElseThrow();
    assertThat(objection).contains("TENURE_API_KEYS", piece, why);
    assertThat(objection).doesNotContain("0123456789", "cdef-very-long");
    assertThat(StartCheck.objection(Map.of("TENURE_API_KEYS", keys))).isPresent();
    assertThatThrownBy(() -> new EnvironmentKeys(keys)).hasMessageContaining(why);
  }

  @Test
  void aWriteThatAPageOfAnotherOriginSendsIsRefusedAndNothingIsDone(Http http) {
    String body = Bodies.shortest(Bodies.proposal());
    for (String origin : List.of("http://localhost:3000", "null", "https://evil.example")) {
      Answer refused = http.post("/v1/hires", body, "Origin", origin);
      assertThat(refused.status()).as(origin).isEqualTo(403);
      assertThat(refused.text("/code")).isEqualTo("cross_site");
    }
    assertThat(http.post("/v1/hires", body, "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(http.post("/v1/hires", body, "Sec-Fetch-Site", "same-site").status()).isEqualTo(403);
    assertThat(http.post("/v1/hire-plans", body, "Origin", "null").status()).isEqualTo(403);
    for (String method : List.of("PATCH", "DELETE", "POST")) {
      assertThat(http.send(method, "/v1/hires/hir_1/milestones/m1", "", "Origin", "null").status())
          .isEqualTo(403);
    }
    assertThat(http.get("/v1/hires", "Origin", "http://localhost:3000").status()).isEqualTo(200);
    assertThat(http.post("/v1/hires", body, "Origin", http.base()).status()).isEqualTo(201);
  }

  @Test
  void aFrontWithoutKeysPassesOverAKeyOfAnotherFrontAndHoldsToOneThatWasMadeHere(Http http) {
    assertThat(http.get("/v1/hires", "X-Api-Key", "a-key-of-another-front").status())
        .isEqualTo(200);
    String secret =
        http.post("/v1/api-keys", "{\"name\":\"reader\",\"scopes\":[\"accounts:read\"]}")
            .text("/secret");
    assertThat(http.get("/v1/accounts", "X-Api-Key", secret).status()).isEqualTo(200);
    assertThat(http.get("/v1/hires", "X-Api-Key", secret).status()).isEqualTo(403);
    String wrong = secret.substring(0, secret.length() - 4) + "0000";
    assertThat(http.get("/v1/accounts", "X-Api-Key", wrong).status()).isEqualTo(401);
  }

  @Test
  void withAKeyAWriteMayComeFromAnywhere(Stack stack) {
    Map<String, Object> keys = Map.of("tenure.api.keys", "ci:0123456789-0123456789");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      Answer made =
          front
              .http()
              .post(
                  "/v1/hires",
                  Bodies.shortest(Bodies.proposal()),
                  "Origin",
                  "http://localhost:3000",
                  "X-Api-Key",
                  "0123456789-0123456789");
      assertThat(made.status()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"::1", "[::1]"})
  void theLoopbackOfTheSixthVersionIsServedToo(String host, Stack stack) {
    assertThat(StartCheck.objection(Map.of("TENURE_API_HOST", host))).isEmpty();
    Map<String, Object> there = Map.of("micronaut.server.host", host);
    try (Front front = Front.start(stack.database(), stack.temporalPort(), there)) {
      Http http = new Http("http://[::1]:" + front.server().getPort());
      assertThat(http.get("/v1/hires").status()).isEqualTo(200);
      String body = Bodies.shortest(Bodies.proposal());
      assertThat(http.post("/v1/hires", body, "Origin", http.base()).status()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5s", "-PT1S", "PT6M"})
  void aDrainThatIsNoDurationWithinItsBoundsKeepsTheFrontFromStarting(String drain) {
    assertThat(StartCheck.objection(Map.of("TENURE_API_DRAIN", drain)).orElseThrow())
        .contains("TENURE_API_DRAIN='" + drain + "'", "PT0S to PT5M");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PT0S", "PT5S", "PT5M"})
  void aDrainWithinItsBoundsIsTaken(String drain) {
    assertThat(StartCheck.objection(Map.of("TENURE_API_DRAIN", drain))).isEmpty();
  }
}
