package dev.tenure.activities.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A receiver did not take a notice; the message names no secret. */
public final class UndeliveredException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  UndeliveredException(String words) {
    this(words, null);
  }

  UndeliveredException(String words, @Nullable Duration retryAfter) {
    super(words);
    this.retryAfter = retryAfter;
  }

  /** How long the receiver asks to wait. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
