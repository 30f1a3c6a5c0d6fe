package dev.tenure.api.pages.form;

import dev.tenure.api.problem.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** Keys for forms: a form that is sent twice is carried out once. */
public final class IdempotencyKeys {

  private IdempotencyKeys() {}

  public static String next() {
    return "page-" + UUID.randomUUID();
  }

  /** Only what may have been carried out is the same request when the form is sent again. */
  public static String after(ProblemException refusal, String key) {
    return refusal.problem().status() == HttpStatus.SERVICE_UNAVAILABLE.getCode() ? key : next();
  }
}
