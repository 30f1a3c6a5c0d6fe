package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.http.ErrorFormat;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.NotFound;
import dev.tenure.sandbox.opentrain.json.AgentAuthJson;
import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.rules.OAuthRefusal;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** OpenTrain's envelope with the field named; the sandbox's own controls and pages use it too. */
@Controller
@Hidden
class OpenTrainErrors implements ErrorFormat {

  @Error(global = true)
  HttpResponse<?> refused(HttpRequest<?> request, Refusal refusal) {
    if (request.getPath().startsWith(ApiPath.AGENT)) {
      return HttpResponse.badRequest(new AgentAuthJson.Problem("invalid_request", refusal.words()));
    }
    Refusal told =
        request.getAttribute(IssueList.ATTRIBUTE).isPresent() ? inIssues(refusal) : refusal;
    return HttpResponse.status(HttpStatus.valueOf(told.code().status())).body(ErrorJson.of(told));
  }

  @Error(global = true)
  HttpResponse<?> refused(OAuthRefusal refusal) {
    return HttpResponse.badRequest(
        new AgentAuthJson.Problem(refusal.error(), String.valueOf(refusal.getMessage())));
  }

  /** After every format that knows its paths. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public boolean speaksFor(String path) {
    return true;
  }

  @Override
  public @Nullable String callPath(String path) {
    return path.startsWith(ApiPath.V1 + "/") ? path.substring(ApiPath.V1.length()) : null;
  }

  @Override
  public Object error(int status, String words) {
    return ErrorJson.of(Refusal.of(code(status), words, Map.of()));
  }

  @Override
  public HttpResponse<?> of(HttpRequest<?> request, InvalidRequest invalid) {
    return refused(request, Refusal.of(invalid));
  }

  @Override
  public HttpResponse<?> of(HttpRequest<?> request, NotFound missing) {
    return refused(request, Refusal.missing(missing.resource(), missing.parameter(), missing.id()));
  }

  @Override
  public MutableHttpResponse<Object> of(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (request.getPath().startsWith(ApiPath.AGENT)) {
      return oauth(response);
    }
    return response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .<Object>body(error(response.code(), response.reason() + "."));
  }

  /** There every fault of a caller is a 400; only a wrong path or method stays what it is. */
  private static MutableHttpResponse<Object> oauth(MutableHttpResponse<?> response) {
    boolean route = response.code() == 404 || response.code() == 405;
    String words = response.reason() + ".";
    if (response.code() < 500 && !route) {
      response.status(HttpStatus.BAD_REQUEST);
    }
    return response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .<Object>body(
            new AgentAuthJson.Problem(
                response.code() < 500 ? "invalid_request" : "server_error", words));
  }

  private static Refusal.Code code(int status) {
    return Stream.of(Refusal.Code.values())
        .filter(code -> code.status() == status)
        .findFirst()
        .orElse(status < 500 ? Refusal.Code.BAD_REQUEST : Refusal.Code.INTERNAL_ERROR);
  }

  private static Refusal inIssues(Refusal refusal) {
    Object field = refusal.details().get("field");
    return refusal.code() != Refusal.Code.BAD_REQUEST || field == null
        ? refusal
        : Refusal.bad(
            refusal.words(),
            Map.of("issues", List.of(Map.of("path", List.of(field), "message", refusal.words()))));
  }
}
