package dev.tenure.activities.http;

/** Sends one call and waits for its whole answer; never repeats, never follows a redirect. */
@FunctionalInterface
public interface Exchange {

  /**
   * Sends the call.
   *
   * @throws NoAnswerException without a whole answer: no connection, a cut, a timeout, too long a
   *     body
   * @throws InterruptedException when the waiting thread is interrupted; the call may have arrived
   */
  Answer send(Call call) throws NoAnswerException, InterruptedException;
}
