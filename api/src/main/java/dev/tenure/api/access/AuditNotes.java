package dev.tenure.api.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** What the audit list is to tell of a request beyond its address and its answer. */
public enum AuditNotes {
  /** What it is about, where its address does not tell. */
  SUBJECT,
  /** The hire that it led to, where its address names none. */
  HIRE,
  /** The code of the problem that a page tells in words. */
  CODE,
  /** There is nothing more to take down: it asked for nothing, or was taken down already. */
  DONE;

  /** Notes it; an empty text says nothing. */
  public void note(HttpRequest<?> request, String text) {
    request.setAttribute(attribute(), text);
  }

  /** What was noted of a request. */
  public Optional<String> of(HttpRequest<?> request) {
    return request.getAttribute(attribute(), String.class).filter(text -> !text.isEmpty());
  }

  private String attribute() {
    return "tenure.audit." + name();
  }
}
