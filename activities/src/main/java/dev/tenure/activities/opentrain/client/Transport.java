package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.NoAnswerException;

/** Carries a call of one account there and its whole answer back; never repeats. */
@FunctionalInterface
public interface Transport {

  /**
   * Sends the call.
   *
   * @throws NoAnswerException without a whole answer
   * @throws InterruptedException when the waiting thread is interrupted; the call may have arrived
   */
  HttpAnswer send(Call call) throws NoAnswerException, InterruptedException;
}
