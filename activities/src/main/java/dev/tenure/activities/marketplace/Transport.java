package dev.tenure.activities.marketplace;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;

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

  /**
   * Sends the call, for a client.
   *
   * @throws Unavailable without a whole answer, or when the waiting thread is interrupted
   */
  default HttpAnswer answer(Call call) throws Unavailable {
    try {
      return send(call);
    } catch (NoAnswerException e) {
      String words = "the marketplace did not answer " + call.name();
      throw e.mayHaveArrived()
          ? Unavailable.unanswered(words, e, null)
          : Unavailable.notMade(words, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unavailable.unanswered(call.name() + " was interrupted, the worker stops", e, null);
    }
  }
}
