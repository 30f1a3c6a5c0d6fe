package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.json.account.AgentAuthJson;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the HTTP server itself refuses, such as an unknown route, speaks in the envelope too. */
@Singleton
@Primary
class ErrorEnvelope implements ErrorResponseProcessor<Object> {
  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    if (context.getRequest().getPath().startsWith(ApiPath.AGENT)) {
      return oauth(response);
    }
    Refusal refusal = Refusal.of(code(response.code()), response.reason() + ".", Map.of());
    return response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .<Object>body(ErrorJson.of(refusal));
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
    return switch (status) {
      case 401 -> Refusal.Code.UNAUTHORIZED;
      case 403 -> Refusal.Code.FORBIDDEN;
      case 404 -> Refusal.Code.NOT_FOUND;
      case 409 -> Refusal.Code.CONFLICT;
      case 429 -> Refusal.Code.RATE_LIMITED;
      default -> status < 500 ? Refusal.Code.BAD_REQUEST : Refusal.Code.INTERNAL_ERROR;
    };
  }
}
