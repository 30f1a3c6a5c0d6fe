package dev.tenure.cli.front;

import java.util.Objects;

/** Nobody answers where the front should be, or not as the front does. */
public final class UnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreachableException(String words) {
    super(words);
  }

  UnreachableException(String words, Throwable cause) {
    super(words, cause);
  }

  /** What is away, and what the user can do. */
  public String words() {
    return Objects.requireNonNull(getMessage());
  }
}
