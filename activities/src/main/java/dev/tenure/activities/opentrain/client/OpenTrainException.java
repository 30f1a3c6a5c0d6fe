package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.opentrain.client.json.ErrorBody;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to OpenTrain that brought nothing to go on with. */
public abstract sealed class OpenTrainException extends Exception {

  private static final long serialVersionUID = 1L;

  private OpenTrainException(String words, @Nullable Throwable cause) {
    super(words, cause);
  }

  /** OpenTrain, or what stands before it, said no; nothing was executed. */
  public static final class Refused extends OpenTrainException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Verdict.Refusal verdict;
    private final transient ErrorBody error;

    Refused(String words, int status, Verdict.Refusal verdict, ErrorBody error) {
      super(words, null);
      this.status = status;
      this.verdict = verdict;
      this.error = error;
    }

    public int status() {
      return status;
    }

    /** What it means. */
    public Verdict.Refusal verdict() {
      return verdict;
    }

    /**
     * Whether it is certain that nothing was executed: OpenTrain itself says so, or the call was
     * sent elsewhere. A filter may also hold back an answer on its way back.
     */
    public boolean certain() {
      return error.code() != null || status == 401 || status < 400;
    }

    /** The envelope; without any field where another server refused. */
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
    public static Unavailable limited(Verdict.Limited limited) {
      return new Unavailable(limited.words(), null, limited.retryAfter(), false, true);
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
