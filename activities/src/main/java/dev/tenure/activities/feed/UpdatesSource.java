package dev.tenure.activities.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where updates come from. */
@FunctionalInterface
public interface UpdatesSource {

  /**
   * How long to wait before the next page may be asked for, within the account's calls.
   *
   * @param catchingUp whether the page before said that there is more: that can wait until others
   *     have a call to spare, while a look once in an interval must not
   */
  default Duration untilNext(boolean catchingUp) {
    return Duration.ZERO;
  }

  /** The page that begins after the cursor; the oldest one without it. */
  Page after(@Nullable String cursor) throws NoPageException;

  /** There is no page to be had now. */
  final class NoPageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    public NoPageException(String words, Throwable cause, @Nullable Duration retryAfter) {
      super(words, cause);
      this.retryAfter = retryAfter;
    }

    /** How long the marketplace asks to wait. */
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }
}
