package dev.tenure.activities.opentrain;

import dev.tenure.activities.http.Answer;
import dev.tenure.activities.http.Call;
import dev.tenure.activities.http.Exchange;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.http.RetryAfter;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.json.ErrorBody;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries a call to OpenTrain and sorts its answer: a body, a refusal, or nothing to go on with.
 */
final class OpenTrainCalls {

  private final Exchange exchange;
  private final RetryAfter retryAfter;

  OpenTrainCalls(Exchange exchange, InstantSource clock) {
    this.exchange = exchange;
    this.retryAfter = new RetryAfter(clock);
  }

  <T> T send(Call call, Class<T> type) throws Refused, Unavailable {
    return send(call, body -> OpenTrainJson.read(body, type));
  }

  /**
   * Sends a call whose answer is read in a way of its own.
   *
   * @param reading empty for a body that makes no sense
   */
  <T> T send(Call call, Function<String, Optional<T>> reading) throws Refused, Unavailable {
    Answer answer = answer(call);
    if (!answer.successful()) {
      throw sort(call, answer);
    }
    return reading
        .apply(answer.body())
        .orElseThrow(
            () ->
                nonsense(call, "answered " + answer.status() + " with a body that makes no sense"));
  }

  /** An answer that was read well and still makes no sense. */
  static Unavailable nonsense(Call call, String words) {
    return new Unavailable(name(call) + " " + words, null, null, true);
  }

  private Answer answer(Call call) throws Unavailable {
    try {
      return exchange.send(call);
    } catch (NoAnswerException e) {
      throw new Unavailable(
          "the marketplace did not answer " + name(call), e, null, e.mayHaveArrived());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(name(call) + " was interrupted, the worker stops", e, null, true);
    }
  }

  private Refused sort(Call call, Answer answer) throws Unavailable {
    int status = answer.status();
    @Nullable Duration wait = retryAfter.read(answer.retryAfter());
    if (status == 429) {
      throw Unavailable.limited(name(call), wait);
    }
    Optional<ErrorBody> error = OpenTrainJson.error(answer.body());
    if (status == 401 || (Assumed.refusedUnexecuted(status) && error.isPresent())) {
      ErrorBody said = error.orElse(new ErrorBody(null, null, null, null));
      return new Refused(name(call) + " was refused (" + status + ")", status, said);
    }
    String id = error.map(ErrorBody::requestId).map(text -> ", request " + text).orElse("");
    throw new Unavailable(name(call) + " answered " + status + Words.safe(id), null, wait, true);
  }

  /** The call for people: without query, which may carry more than a name should. */
  private static String name(Call call) {
    int query = call.path().indexOf('?');
    return call.method() + " " + (query < 0 ? call.path() : call.path().substring(0, query));
  }
}
