package dev.tenure.api.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** What an audited request is about, where its address does not tell. */
public final class AuditSubject {

  private static final String ATTRIBUTE = "tenure.audit.subject";

  private AuditSubject() {}

  /** Remembers it with the request. */
  public static void note(HttpRequest<?> request, String subject) {
    request.setAttribute(ATTRIBUTE, subject);
  }

  /** What was remembered. */
  public static Optional<String> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, String.class).filter(text -> !text.isEmpty());
  }
}
