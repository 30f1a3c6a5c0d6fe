package dev.tenure.cli.environment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was asked for cannot be done; the message says why, and what the user can do. */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public Refused(String message) {
    this(message, null, ExitCode.FAILED);
  }

  public Refused(String message, Throwable cause) {
    this(message, cause, ExitCode.FAILED);
  }

  protected Refused(String message, @Nullable Throwable cause, int exitCode) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** What the user typed, or a variable that the user set, cannot be taken. */
  public static Refused usage(String message) {
    return new Refused(message, null, ExitCode.USAGE);
  }

  /** The same, where something else found it. */
  public static Refused usage(String message, Throwable cause) {
    return new Refused(message, cause, ExitCode.USAGE);
  }

  /** Why not, and what the user can do. */
  public final String words() {
    return Objects.requireNonNull(getMessage());
  }

  public final int exitCode() {
    return exitCode;
  }
}
