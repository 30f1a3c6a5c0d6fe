package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.ErrorJson;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the HTTP server itself refuses, such as an unknown route, speaks in the envelope too. */
@Singleton
@Primary
class Envelope implements ErrorResponseProcessor<ErrorJson> {
  @Override
  public MutableHttpResponse<ErrorJson> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    Refusal refusal = Refusal.of(code(response.code()), response.reason() + ".", Map.of());
    return response.contentType(MediaType.APPLICATION_JSON_TYPE).body(ErrorJson.of(refusal));
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
