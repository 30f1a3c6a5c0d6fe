package dev.tenure.cli.environment;

import java.util.Objects;

/** What was asked for cannot be done; the message says why, and what the user can do. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }

  public Refused(String message, Throwable cause) {
    super(message, cause);
  }

  /** Why not, and what the user can do. */
  public String words() {
    return Objects.requireNonNull(getMessage());
  }
}
