package dev.tenure.sandbox.opencontract.http;

import dev.tenure.sandbox.http.ErrorFormat;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.NotFound;
import dev.tenure.sandbox.opencontract.json.Envelope;
import dev.tenure.sandbox.opencontract.rules.ApiError;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** OpenContract's envelope of errors, and the one answer that has none. */
@Controller
@Hidden
record OpenContractErrors(PaymentHeaders payments) implements ErrorFormat {

  @Error(global = true)
  HttpResponse<?> refused(ApiError error) {
    MutableHttpResponse<Object> response =
        HttpResponse.<Object>status(HttpStatus.valueOf(error.code().status()))
            .body(Envelope.error(error.code().word(), error.words()));
    Duration wait = error.retryAfter();
    return wait == null
        ? response
        : response.header(
            "Retry-After", Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000L))));
  }

  @Error(global = true)
  HttpResponse<?> unpaid(HttpRequest<?> request, PaymentRequired required) {
    return payments.required(request, required);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public boolean speaksFor(String path) {
    return path.startsWith(OpenContractPath.V1) || path.startsWith(OpenContractPath.CONTROLS);
  }

  /** Named in full: both marketplaces have contracts. */
  @Override
  public @Nullable String callPath(String path) {
    return path.startsWith(OpenContractPath.V1 + "/") ? path : null;
  }

  @Override
  public Object error(int status, String words) {
    return Envelope.error(code(status).word(), words);
  }

  @Override
  public HttpResponse<?> of(HttpRequest<?> request, InvalidRequest invalid) {
    return refused(ApiError.invalid(String.valueOf(invalid.getMessage())));
  }

  @Override
  public HttpResponse<?> of(HttpRequest<?> request, NotFound missing) {
    return refused(ApiError.missing(String.valueOf(missing.getMessage())));
  }

  @Override
  public MutableHttpResponse<Object> of(HttpRequest<?> request, MutableHttpResponse<?> response) {
    return response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .<Object>body(error(response.code(), response.reason() + "."));
  }

  private static ApiError.Code code(int status) {
    return Stream.of(ApiError.Code.values())
        .filter(code -> code.status() == status)
        .findFirst()
        .orElse(status < 500 ? ApiError.Code.INVALID_REQUEST : ApiError.Code.INTERNAL_ERROR);
  }
}
