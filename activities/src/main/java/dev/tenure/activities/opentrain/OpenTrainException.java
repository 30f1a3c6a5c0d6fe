package dev.tenure.activities.opentrain;

import dev.tenure.activities.opentrain.json.ErrorBody;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to OpenTrain that brought nothing to go on with. */
public abstract sealed class OpenTrainException extends Exception {

  private static final long serialVersionUID = 1L;

  private OpenTrainException(String words, @Nullable Throwable cause) {
    super(words, cause);
  }

  /** OpenTrain said no, with a reason; nothing was executed. */
  public static final class Refused extends OpenTrainException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ErrorBody error;

    Refused(String words, int status, ErrorBody error) {
      super(words, null);
      this.status = status;
      this.error = error;
    }

    public int status() {
      return status;
    }

    public ErrorBody error() {
      return error;
    }
  }

  /** Nothing that time would not heal: no connection, too many calls, a broken answer. */
  public static final class Unavailable extends OpenTrainException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;
    private final boolean mayHaveRun;
    private final boolean limited;

    Unavailable(
        String words,
        @Nullable Throwable cause,
        @Nullable Duration retryAfter,
        boolean mayHaveRun) {
      this(words, cause, retryAfter, mayHaveRun, false);
    }

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

    /** A call too many, which was not carried out. */
    static Unavailable limited(String call, @Nullable Duration retryAfter) {
      String wait =
          retryAfter == null
              ? ""
              : ", and is to be called again in " + retryAfter.toSeconds() + " s";
      return new Unavailable(
          "OpenTrain takes no more calls for now: it answers 429 to " + call + wait,
          null,
          retryAfter,
          false,
          true);
    }

    /** How long OpenTrain asks to wait. */
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }

    /** Whether there were too many calls: OpenTrain is there, and refuses for a while. */
    public boolean limited() {
      return limited;
    }

    /** Whether the call may have been executed all the same. */
    public boolean mayHaveRun() {
      return mayHaveRun;
    }
  }
}
