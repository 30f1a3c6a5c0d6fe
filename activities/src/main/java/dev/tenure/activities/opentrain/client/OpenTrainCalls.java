package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opentrain.client.json.ErrorBody;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Carries a call to OpenTrain: its body comes back, or an exception that says why there is none.
 */
final class OpenTrainCalls {

  private static final ErrorBody NO_ENVELOPE = new ErrorBody(null, null, null, null);

  private final Transport transport;
  private final AnswerRules rules;

  OpenTrainCalls(Transport transport, InstantSource clock) {
    this.transport = transport;
    this.rules = new AnswerRules(clock);
  }

  <T> T send(Call call, Class<T> type) throws Refused, Unavailable {
    return send(call, body -> OpenTrainJson.BODIES.read(body, type));
  }

  /**
   * Sends a call whose answer is read in a way of its own.
   *
   * @param reading empty for a body that makes no sense
   */
  <T> T send(Call call, Function<byte[], Optional<T>> reading) throws Refused, Unavailable {
    HttpAnswer answer = transport.answer(call);
    return switch (rules.judge(call.name(), answer)) {
      case Verdict.Accepted() ->
          reading.apply(answer.body()).orElseThrow(() -> nonsense(call, unread(answer)));
      case Verdict.Refusal refusal ->
          throw new Refused(
              call.name() + " was refused (" + answer.status() + ")" + why(refusal),
              answer.status(),
              refusal,
              OpenTrainJson.error(answer.body()).orElse(NO_ENVELOPE));
      case Verdict.Limited limited ->
          throw Unavailable.limited(limited.words(), limited.retryAfter());
      case Verdict.Failed failed ->
          throw Unavailable.unanswered(failed.words(), null, failed.retryAfter());
    };
  }

  private static String why(Verdict.Refusal refusal) {
    return switch (refusal) {
      case Verdict.Fact(var reason) -> "";
      case Verdict.Blocked(var obstacle) -> ": " + obstacle.words();
      case Verdict.Missing(var obstacle) -> ": " + obstacle.words();
    };
  }

  private static String unread(HttpAnswer answer) {
    return "answered " + answer.status() + " with a body that makes no sense";
  }

  /** An answer that was read well and still makes no sense. */
  static Unavailable nonsense(Call call, String words) {
    return Unavailable.unanswered(call.name() + " " + words, null, null);
  }
}
