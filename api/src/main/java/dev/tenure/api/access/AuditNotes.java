package dev.tenure.api.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** What an audited request is about, where its address does not tell. */
public final class AuditSubject {

  private static final String ATTRIBUTE = "tenure.audit.subject";

  private static final String NOTHING = "tenure.audit.nothing";

  private AuditSubject() {}

  /** Remembers it with the request. */
  public static void note(HttpRequest<?> request, String subject) {
    request.setAttribute(ATTRIBUTE, subject);
  }

  /** Says that the request asks for nothing: there is nothing to take down. */
  public static void nothing(HttpRequest<?> request) {
    request.setAttribute(NOTHING, true);
  }

  /** Whether the request asked for nothing. */
  public static boolean isNothing(HttpRequest<?> request) {
    return request.getAttribute(NOTHING).isPresent();
  }

  /** What was remembered. */
  public static Optional<String> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, String.class).filter(text -> !text.isEmpty());
  }
}
