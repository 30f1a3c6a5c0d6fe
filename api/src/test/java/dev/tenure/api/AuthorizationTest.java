package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in where, and in which order what is wrong with a request is told. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class AuthorizationTest {

  private static final String ROOT = "0123456789-0123456789";
  private static final String[] HTML = {"Accept", "text/html"};

  private Stack stack;
  private Front front;
  private Http http;

  @BeforeAll
  void begin(Stack stack) {
    this.stack = stack;
    this.front =
        Front.start(
            stack.database(), stack.temporalPort(), Map.of("tenure.api.keys", "root:" + ROOT));
    this.http = front.http();
  }

  @AfterAll
  void end() {
    front.close();
  }

  @Test
  void everyRouteNamesWhoMayUseItAndNoneIsTheFrameworksOwn() {
    List<UriRouteInfo<?, ?>> routes = front.bean(Router.class).uriRoutes().toList();
    assertThat(routes).hasSizeGreaterThan(40);
    assertThat(routes)
        .allMatch(route -> has(route, Secured.class) || has(route, Endpoint.class))
        .noneMatch(
            route ->
                route
                    .getTargetMethod()
                    .getDeclaringType()
                    .getName()
                    .startsWith("io.micronaut.security"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/beans",
        "/env",
        "/info",
        "/loggers",
        "/metrics",
        "/oauth/access_token",
        "/refresh",
        "/routes",
        "/stop",
        "/threaddump",
        "/token_info"
      })
  void noEndpointOfTheFrameworkIsThereButHealthAndPrometheus(String path, Http open) {
    assertThat(http.get(path).header("Location")).startsWith("/login?next=");
    assertThat(open.get(path).status()).isEqualTo(404);
    assertThat(open.post(path, "{}").status()).isEqualTo(404);
  }

  @Test
  void whoIsNotKnownOrMayNotIsToldThatBeforeAnythingElse() {
    String reader = key("hires:read");
    String other = key("accounts:read");
    String unknownParameter = "/v1/hires?foo=1";
    assertThat(http.get(unknownParameter).status()).isEqualTo(401);
    assertThat(http.get(unknownParameter, "X-Api-Key", other).status()).isEqualTo(403);
    assertThat(http.get(unknownParameter, "X-Api-Key", reader).status()).isEqualTo(400);
    String command = "/v1/hires/hir_1/end";
    assertThat(http.post(command, "{\"foo\":1}").status()).isEqualTo(401);
    assertThat(http.post(command, "{\"foo\":1}", "X-Api-Key", reader).status()).isEqualTo(403);
    assertThat(http.post(command, "{\"foo\":1}", "X-Api-Key", ROOT).status()).isEqualTo(400);
    assertThat(http.get("/hires?foo=1", HTML).header("Location"))
        .isEqualTo("/login?next=%2Fhires%3Ffoo%3D1");
  }

  @Test
  void whatIsNotThereIsToldToWhoIsKnownWhateverTheyMay() {
    String key = key("accounts:read");
    assertThat(http.get("/v1/nowhere").status()).isEqualTo(401);
    assertThat(http.get("/v1/nowhere", "X-Api-Key", key).status()).isEqualTo(404);
    assertThat(http.send("DELETE", "/v1/hires", "").status()).isEqualTo(401);
    assertThat(http.send("DELETE", "/v1/hires", "", "X-Api-Key", key).status()).isEqualTo(405);
    String session = PagesTest.session(http, key);
    assertThat(http.get("/nowhere", HTML[0], HTML[1], "Cookie", session).status()).isEqualTo(404);
  }

  @Test
  void ofTwoKeysTheBearersCountsAlsoWhenItIsTheWrongOne() {
    String reader = "Bearer " + key("hires:read");
    assertThat(http.get("/v1/hires", "Authorization", "Bearer wrong", "X-Api-Key", ROOT).status())
        .isEqualTo(401);
    Answer refused = http.get("/v1/api-keys", "Authorization", reader, "X-Api-Key", ROOT);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/requiredScope")).isEqualTo("admin");
    String basic = "Basic Zm9vOmJhcg==";
    assertThat(http.get("/v1/hires", "Authorization", basic, "X-Api-Key", ROOT).status())
        .isEqualTo(200);
  }

  @Test
  void aKeyOpensNoPage() {
    assertThat(http.get("/hires", "X-Api-Key", ROOT).status()).isEqualTo(303);
    assertThat(http.get("/hires", "Authorization", "Bearer " + ROOT).status()).isEqualTo(303);
  }

  @Test
  void whatIsRefusedForItsScopeCountsForTheLimitOfItsKey() {
    Map<String, Object> slow =
        Map.of("tenure.api.keys", "root:" + ROOT, "tenure.api.rate", 0.01, "tenure.api.burst", 2);
    String key = key("accounts:read");
    try (Front limited = Front.start(stack.database(), stack.temporalPort(), slow)) {
      Http client = limited.http();
      assertThat(client.get("/v1/hires", "X-Api-Key", key).status()).isEqualTo(403);
      assertThat(client.get("/v1/nowhere", "X-Api-Key", key).status()).isEqualTo(404);
      assertThat(client.get("/v1/hires", "X-Api-Key", key).status()).isEqualTo(429);
      assertThat(client.get("/v1/hires", "X-Api-Key", "wrong").status()).isEqualTo(401);
    }
  }

  @Test
  void whatIsOpenToEverybodyAsksTheJournalForNobody() {
    String session = PagesTest.session(http, key("hires:read"));
    Map<String, Object> away =
        Map.of(
            "tenure.api.keys",
            "root:" + ROOT,
            "tenure.jdbc.url",
            "jdbc:postgresql://127.0.0.1:" + Stack.freePort() + "/none");
    try (Front alone = Front.begin(stack.database(), stack.temporalPort(), away)) {
      Http client = alone.http();
      assertThat(client.get("/hires", "Cookie", session).status()).isEqualTo(503);
      for (String path :
          List.of(
              "/assets/tenure.css",
              "/health/liveness",
              "/openapi",
              "/openapi.json",
              "/openapi.yaml",
              "/openapi/assets/swagger-ui.css",
              "/prometheus")) {
        assertThat(client.get(path, "Cookie", session).status()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void noEventLoopWaitsForTheJournalToRecogniseAKeyOrASession() throws SQLException {
    String key = key("hires:read");
    String session = PagesTest.session(http, key);
    try (var log = StatementLog.begin()) {
      Map<String, Object> listed =
          Map.of(
              "tenure.api.keys",
              "root:" + ROOT,
              "tenure.jdbc.url",
              StatementLog.url(stack.database().jdbcUrl()));
      for (String[] who :
          List.of(new String[] {"X-Api-Key", key}, new String[] {"Cookie", session})) {
        try (Front fresh = Front.start(stack.database(), stack.temporalPort(), listed)) {
          String path = who[0].equals("Cookie") ? "/nowhere" : "/v1/nowhere";
          List<String> statements =
              log.during(() -> assertThat(fresh.http().get(path, who).status()).isEqualTo(404));
          assertThat(statements).anyMatch(statement -> statement.contains("api_keys"));
          assertThat(log.threads()).isNotEmpty().noneMatch(name -> name.contains("eventLoop"));
        }
      }
    }
  }

  private static boolean has(
      UriRouteInfo<?, ?> route, Class<? extends java.lang.annotation.Annotation> annotation) {
    return route.getTargetMethod().getAnnotationMetadata().hasAnnotation(annotation);
  }

  private String key(String scope) {
    Answer made =
        http.post(
            "/v1/api-keys",
            "{\"name\":\"%s\",\"scopes\":[\"%s\"]}".formatted(UUID.randomUUID(), scope),
            "X-Api-Key",
            ROOT);
    assertThat(made.status()).isEqualTo(201);
    return made.text("/secret");
  }
}
