package dev.tenure.cli.http;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import org.jspecify.annotations.Nullable;

/** Nobody answers where the front should be, or not as the front does. */
public final class UnreachableException extends Refused {
  private static final long serialVersionUID = 1L;

  private final boolean mayHaveArrived;

  /** Somebody answered, but not as the front does. */
  public UnreachableException(String words) {
    this(words, null, true);
  }

  /** Nothing was sent at all, since it is known beforehand who is away. */
  public static UnreachableException nothingSent(String words) {
    return new UnreachableException(words, null, false);
  }

  /**
   * @param mayHaveArrived whether the request may have been carried out all the same
   */
  public UnreachableException(String words, @Nullable Throwable cause, boolean mayHaveArrived) {
    super(words, cause, ExitCode.UNAVAILABLE);
    this.mayHaveArrived = mayHaveArrived;
  }

  /** Whether the request may have been carried out, and only its answer was lost. */
  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }
}
