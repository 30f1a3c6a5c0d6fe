package dev.tenure.api.problem;

import dev.tenure.api.connection.HangUps;
import dev.tenure.journal.store.JournalUnavailable;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What ends a request, as a problem. */
@Factory
final class ProblemHandlers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandlers.class);

  @Singleton
  ExceptionHandler<ProblemException, HttpResponse<Problem>> problem() {
    return ProblemResponses::answer;
  }

  /** The journal is away. */
  @Singleton
  ExceptionHandler<JournalUnavailable, HttpResponse<Problem>> journal() {
    return (request, e) -> {
      LOG.warn("{} {}: {}", request.getMethodName(), request.getPath(), e.getMessage());
      return ProblemResponses.answer(
          request,
          Problems.unavailable(
              "journal_unavailable",
              "The journal's database does not answer. Ask again; nothing is done twice."));
    };
  }

  @Singleton
  ExceptionHandler<DecompressionException, HttpResponse<Problem>> compression() {
    return (request, e) ->
        ProblemResponses.answer(
            request,
            Problems.malformed("The body is not compressed as Content-Encoding says.", List.of()));
  }

  /** What nobody foresaw: the reason goes to the log, its id to the client. */
  @Singleton
  ExceptionHandler<Exception, HttpResponse<Problem>> unexpected() {
    return (request, e) -> {
      if (HangUps.ended(request, e)) {
        LOG.debug("{} {}: {}", request.getMethodName(), request.getPath(), e.getMessage());
        return ProblemResponses.answer(
            request, Problems.malformed("The request ends before its body does.", List.of()));
      }
      String id = UUID.randomUUID().toString();
      LOG.error("{} {}: error {}", request.getMethodName(), request.getPath(), id, e);
      Problem problem =
          Problem.of(
              HttpStatus.INTERNAL_SERVER_ERROR,
              "internal",
              "Internal error",
              "Something went wrong here; the log tells more under the id " + id + ".");
      return ProblemResponses.answer(request, new ProblemException(problem));
    };
  }
}
