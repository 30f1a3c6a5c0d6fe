package dev.tenure.api.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Turns every error of the HTTP server itself into a problem. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
public final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  private static final MediaType MEDIA_TYPE = MediaType.of(Problem.MEDIA_TYPE);

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = HttpStatus.valueOf(response.code());
    Problem problem = ServerErrors.describe(status, context.getRequest());
    return response.body(problem.at(context.getRequest().getPath())).contentType(MEDIA_TYPE);
  }

  static HttpResponse<Problem> answer(HttpRequest<?> request, ProblemException e) {
    Problem problem = e.problem();
    MutableHttpResponse<Problem> response =
        HttpResponse.<Problem>status(HttpStatus.valueOf(problem.status()))
            .body(problem.at(request.getPath()))
            .contentType(MEDIA_TYPE);
    if (e.retryAfterSeconds() != null) {
      response.header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds().toString());
    }
    if (problem.status() == HttpStatus.UNAUTHORIZED.getCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response;
  }
}
