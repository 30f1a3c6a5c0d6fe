package dev.tenure.api.problem;

import dev.tenure.journal.store.JournalUnavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the journal is away. */
@Singleton
final class JournalHandler implements ExceptionHandler<JournalUnavailable, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(JournalHandler.class);

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<Problem> handle(HttpRequest request, JournalUnavailable e) {
    LOG.warn("{} {}: {}", request.getMethodName(), request.getPath(), e.getMessage());
    return ProblemResponses.answer(
        request,
        Problems.unavailable(
            "journal_unavailable",
            "The journal's database does not answer. Ask again; nothing is done twice."));
  }
}
