package dev.tenure.sandbox.opentrain.api;

import static dev.tenure.sandbox.openapi.GeneratedDocument.map;
import static dev.tenure.sandbox.openapi.GeneratedDocument.ordered;

import dev.tenure.sandbox.openapi.GeneratedDocument;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.AgentAuthJson;
import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Serves the descriptions of the marketplace's API and of the controls; anybody may read them. They
 * are the generated document with what no annotation can say once for all calls: gates, the errors
 * that follow from them, and words that are lists in the code.
 */
@Controller
@Hidden
@OpenAPIDefinition(
    info =
        @Info(
            title = "Sandbox marketplace",
            version = "v1",
            description =
                "OpenTrain's public API as this sandbox serves it, and in a document of their own"
                    + " the sandbox's controls under /sandbox."))
@OpenAPIExtraSchema(classes = {ErrorJson.class, AgentAuthJson.Problem.class})
class OpenApiDocument {
  /** Controls that speak in the envelope of another marketplace. */
  private static final String OTHER_CONTROLS = "/sandbox/opencontract";

  private final byte[] marketplace;
  private final byte[] controls;

  OpenApiDocument(ObjectMapper json, Router router) throws IOException {
    this.marketplace = of("/api/", json, router);
    this.controls = of("/sandbox/", json, router);
  }

  @Get(value = ApiPath.V1 + "/openapi.json", produces = MediaType.APPLICATION_JSON)
  byte[] marketplace() {
    return marketplace.clone();
  }

  @Get(value = "/sandbox/openapi.json", produces = MediaType.APPLICATION_JSON)
  byte[] controls() {
    return controls.clone();
  }

  /** The document of the calls whose paths begin so, as JSON. */
  private static byte[] of(String prefix, ObjectMapper json, Router router) throws IOException {
    GeneratedDocument document = new GeneratedDocument(json, router, prefix);
    Map<String, Object> schemas = document.schemas();
    words(map(property(schemas, "TokenRequest", "scopes"), "items"), Scope.ALL);
    words(map(property(schemas, "FaultOrder", "scopes"), "items"), Scope.ALL);
    words(
        map(property(schemas, "WebhookRequest", "eventTypes"), "items"),
        List.copyOf(Feed.SCOPES.keySet()));
    document.eachCall(OpenApiDocument::describe);
    if (prefix.equals("/api/")) {
      document.root().put("security", List.of(Map.of("token", List.of())));
      document
          .components()
          .put("securitySchemes", Map.of("token", ordered("type", "http", "scheme", "bearer")));
    }
    return document.print();
  }

  private static void describe(UriRouteInfo<?, ?> route, Map<String, Object> call) {
    String template = route.getUriMatchTemplate().toString();
    GeneratedDocument.identify(
        call,
        route.getHttpMethodName(),
        template.replaceFirst("^/(api/(public/v1|agent)|sandbox)", ""));
    Map<String, Object> responses = GeneratedDocument.responses(call);
    if (route.getAnnotationMetadata().isTrue(Gated.class, "known")) {
      responses.put("201", Objects.requireNonNull(responses.get("200")));
    }
    Gate gate = route.getAnnotationMetadata().enumValue(Gated.class, Gate.class).orElse(null);
    if (gate != null) {
      call.put("x-gate", needs(gate));
    } else if (template.startsWith("/api/")) {
      call.put("security", List.of());
    }
    String problem =
        template.startsWith(ApiPath.AGENT)
            ? "AgentAuthJson.Problem"
            : template.startsWith(OTHER_CONTROLS) ? "Envelope.Failure" : "ErrorJson";
    int[] more =
        route
            .getAnnotationMetadata()
            .getValue(Gated.class, "refuses", int[].class)
            .orElse(new int[0]);
    boolean control = template.startsWith("/sandbox/");
    if (control && route.getHttpMethod() != HttpMethod.GET) {
      responses.put(
          "403",
          GeneratedDocument.response(
              "A page of another origin", GeneratedDocument.reference("ErrorJson")));
    }
    Set<Integer> refusals = control ? refusals(route, call) : refusals(gate, more);
    for (int status : refusals) {
      responses.put(
          Integer.toString(status),
          GeneratedDocument.response("Refused", GeneratedDocument.reference(problem)));
    }
  }

  private static Map<String, Object> needs(Gate gate) {
    Map<String, Object> needs = ordered("anyScopeOf", gate.scopes());
    if (gate.feature() != null) {
      needs.put("feature", gate.feature());
    }
    needs.put("claimed", gate.needsClaim());
    return needs;
  }

  /** Any call may be malformed or one too many; a gate adds what it can say. */
  private static Set<Integer> refusals(@Nullable Gate gate, int[] more) {
    Set<Integer> all = new TreeSet<>(List.of(400, 429));
    if (gate != null) {
      all.add(401);
      if (gate.restricts()) {
        all.add(403);
      }
    }
    for (int status : more) {
      all.add(status);
    }
    return all;
  }

  /** A control is not limited in rate, but may name what is not there, or come too late. */
  private static Set<Integer> refusals(UriRouteInfo<?, ?> route, Map<String, Object> call) {
    Set<Integer> all = new TreeSet<>(Set.of(400));
    if (call.containsKey("parameters")) {
      all.add(404);
      if (route.getHttpMethod() == HttpMethod.POST) {
        all.add(409);
      }
    }
    return all;
  }

  private static Map<String, Object> property(
      Map<String, Object> schemas, String record, String field) {
    return map(map(map(schemas, record), "properties"), field);
  }

  private static void words(Map<String, Object> text, List<String> words) {
    text.put("enum", words);
  }
}
