package dev.tenure.activities.sweep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The contracts of an account cannot be had now. */
public final class NoContractsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  public NoContractsException(String words, Throwable cause, @Nullable Duration retryAfter) {
    super(words, cause);
    this.retryAfter = retryAfter;
  }

  /** How long the marketplace asks to wait. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
