package dev.tenure.api.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** What the audit list is to tell of a request beyond its address and its answer. */
public final class AuditNotes {

  private static final String SUBJECT = "tenure.audit.subject";
  private static final String HIRE = "tenure.audit.hire";
  private static final String CODE = "tenure.audit.code";
  private static final String DONE = "tenure.audit.done";

  private AuditNotes() {}

  /** What it is about, where its address does not tell. */
  public static void subject(HttpRequest<?> request, String subject) {
    request.setAttribute(SUBJECT, subject);
  }

  /** The hire that it led to, where its address names none. */
  public static void hire(HttpRequest<?> request, String hireId) {
    request.setAttribute(HIRE, hireId);
  }

  /** The code of the problem that a page tells in words. */
  public static void refused(HttpRequest<?> request, String code) {
    request.setAttribute(CODE, code);
  }

  /** There is nothing more to take down: it asked for nothing, or was taken down already. */
  public static void done(HttpRequest<?> request) {
    request.setAttribute(DONE, true);
  }

  public static Optional<String> subject(HttpRequest<?> request) {
    return request.getAttribute(SUBJECT, String.class).filter(text -> !text.isEmpty());
  }

  public static Optional<String> hire(HttpRequest<?> request) {
    return request.getAttribute(HIRE, String.class);
  }

  public static Optional<String> code(HttpRequest<?> request) {
    return request.getAttribute(CODE, String.class);
  }

  /** Whether there is nothing more to take down. */
  public static boolean isDone(HttpRequest<?> request) {
    return request.getAttribute(DONE).isPresent();
  }
}
