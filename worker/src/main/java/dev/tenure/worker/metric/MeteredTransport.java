package dev.tenure.worker.metric;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.Transport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Times every call of an account, by what came of it ({@code tenure_marketplace_calls_seconds}).
 *
 * @param account its name in the configuration
 */
public record MeteredTransport(Transport transport, String account, MeterRegistry registry)
    implements Transport {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  @Override
  public HttpAnswer send(Call call) throws NoAnswerException, InterruptedException {
    Timer.Sample begun = Timer.start(registry);
    String outcome = "no_answer";
    try {
      HttpAnswer answer = transport.send(call);
      outcome = outcome(answer.status());
      return answer;
    } finally {
      begun.stop(
          Timer.builder("tenure.marketplace.calls")
              .description("Calls to the marketplace by what came of them")
              .tags("account", account, "method", call.method(), "outcome", outcome)
              .serviceLevelObjectives(BUCKETS)
              .register(registry));
    }
  }

  /** Few words: each of them makes series of its own. */
  static String outcome(int status) {
    return switch (status) {
      case 401 -> "token_rejected";
      case 403 -> "forbidden";
      case 404 -> "not_found";
      case 409 -> "conflict";
      case 429 -> "rate_limited";
      default ->
          switch (status / 100) {
            case 2 -> "accepted";
            case 3 -> "redirected";
            case 4 -> "rejected";
            default -> "failed";
          };
    };
  }
}
