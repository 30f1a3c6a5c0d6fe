package dev.tenure.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody foresaw: the reason goes to the log, its id to the client. */
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Exception, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedHandler.class);

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<Problem> handle(HttpRequest request, Exception e) {
    String id = UUID.randomUUID().toString();
    LOG.error("{} {}: error {}", request.getMethodName(), request.getPath(), id, e);
    Problem problem =
        Problem.of(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "Internal error",
            "Something went wrong here; the log tells more under the id " + id + ".");
    return ProblemResponses.answer(request, new ProblemException(problem));
  }
}
