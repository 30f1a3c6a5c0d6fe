package dev.tenure.activities.http;

/** The call brought no whole answer. */
public final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean mayHaveArrived;

  /**
   * Says what came of the call.
   *
   * @param mayHaveArrived false only where it is certain that no byte of it left this machine
   */
  public NoAnswerException(String words, Throwable cause, boolean mayHaveArrived) {
    super(words, cause);
    this.mayHaveArrived = mayHaveArrived;
  }

  /** Whether the other side may have received the call, and acted on it. */
  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }
}
