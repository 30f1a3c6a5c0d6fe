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

    private enum Kind {
      UNANSWERED,
      NOT_MADE,
      LIMITED,
      THROTTLED
    }

    private final @Nullable Duration retryAfter;
    private final Kind kind;

    private Unavailable(
        Kind kind, String words, @Nullable Throwable cause, @Nullable Duration retryAfter) {
      super(words, cause);
      this.kind = kind;
      this.retryAfter = retryAfter;
    }

    /** A call without a usable answer, which may have been executed. */
    public static Unavailable unanswered(
        String words, @Nullable Throwable cause, @Nullable Duration retryAfter) {
      return new Unavailable(Kind.UNANSWERED, words, cause, retryAfter);
    }

    /** A call that was not made, or of which it is certain that it never arrived. */
    public static Unavailable notMade(String words, @Nullable Throwable cause) {
      return new Unavailable(Kind.NOT_MADE, words, cause, null);
    }

    /** A call too many, which the marketplace did not execute. */
    public static Unavailable limited(String words, @Nullable Duration retryAfter) {
      return new Unavailable(Kind.LIMITED, words, null, retryAfter);
    }

    /** A call that was not made, since others of ours take what the account may make. */
    public static Unavailable throttled(String words, Duration retryAfter) {
      return new Unavailable(Kind.THROTTLED, words, null, retryAfter);
    }

    /** How long to wait, where the marketplace or the throttle says so. */
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }

    /** Whether there were too many calls: the marketplace is there, and refuses for a while. */
    public boolean limited() {
      return kind == Kind.LIMITED;
    }

    /** Whether our own calls were too many: the marketplace was not asked. */
    public boolean throttled() {
      return kind == Kind.THROTTLED;
    }

    /** Whether the call may have been executed all the same. */
    public boolean mayHaveRun() {
      return kind == Kind.UNANSWERED;
    }
  }
}
