package dev.tenure.activities.marketplace;

import dev.tenure.lifecycle.call.Obstacle;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call to a marketplace that brought nothing to go on with. */
public abstract sealed class MarketplaceException extends Exception {

  private static final long serialVersionUID = 1L;

  private MarketplaceException(String words, @Nullable Throwable cause) {
    super(words, cause);
  }

  /**
   * The marketplace, or what stands before it, said no; nothing was executed. Each marketplace's
   * own kind knows its codes.
   */
  public abstract static non-sealed class Refusal extends MarketplaceException {

    private static final long serialVersionUID = 1L;

    private final int status;

    protected Refusal(String words, int status) {
      super(words, null);
      this.status = status;
    }

    public int status() {
      return status;
    }

    /** What stands in the way; empty where the answer tells a fact about the state of the world. */
    public abstract Optional<Obstacle> obstacle();

    /** The same, where no fact would help. */
    public abstract Obstacle asObstacle();

    /**
     * Whether it is certain that nothing was executed: the marketplace itself says so, or the call
     * was sent elsewhere. A filter may also hold back an answer on its way back.
     */
    public abstract boolean certain();
  }

  /** Nothing that time would not heal: no connection, too many calls, a broken answer. */
  public static final class Unavailable extends MarketplaceException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final boolean mayHaveRun;
    private final boolean limited;

    private Unavailable(
        String words,
        @Nullable Throwable cause,
        @Nullable Duration retryAfter,
        boolean mayHaveRun,
        boolean limited) {
      super(words, cause);
      this.retryAfter = retryAfter;
      this.mayHaveRun = mayHaveRun;
      this.limited = limited;
    }

    /** A call without a usable answer, which may have been executed. */
    public static Unavailable unanswered(
        String words, @Nullable Throwable cause, @Nullable Duration retryAfter) {
      return new Unavailable(words, cause, retryAfter, true, false);
    }

    /** A call that was not made, or of which it is certain that it never arrived. */
    public static Unavailable notMade(String words, @Nullable Throwable cause) {
      return new Unavailable(words, cause, null, false, false);
    }

    /** A call too many, which was not executed. */
    public static Unavailable limited(String words, @Nullable Duration retryAfter) {
      return new Unavailable(words, null, retryAfter, false, true);
    }

    /** How long the marketplace asks to wait. */
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }

    /** Whether there were too many calls: the marketplace is there, and refuses for a while. */
    public boolean limited() {
      return limited;
    }

    /** Whether the call may have been executed all the same. */
    public boolean mayHaveRun() {
      return mayHaveRun;
    }
  }
}
