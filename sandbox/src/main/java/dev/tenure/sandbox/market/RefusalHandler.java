package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.ErrorJson;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Refusals of the controls, which do not pass the desk, take the same envelope. */
@Singleton
@SuppressWarnings("rawtypes") // the handler's contract names the raw request
class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {
  @Override
  public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
    return HttpResponse.status(HttpStatus.valueOf(refusal.code().status()))
        .body(ErrorJson.of(refusal));
  }
}
