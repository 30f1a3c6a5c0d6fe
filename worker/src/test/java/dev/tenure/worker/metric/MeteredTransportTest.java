package dev.tenure.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.Transport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeteredTransportTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @ParameterizedTest
  @CsvSource({
    "200, accepted",
    "202, accepted",
    "301, redirected",
    "400, rejected",
    "401, token_rejected",
    "403, forbidden",
    "404, not_found",
    "409, conflict",
    "429, rate_limited",
    "503, failed"
  })
  void aCallIsCountedByWhatCameOfIt(int status, String outcome) throws Exception {
    Transport transport = call -> HttpAnswer.of(status, Map.of(), new byte[0]);
    send(transport);
    send(transport);
    assertThat(count(outcome)).isEqualTo(2);
  }

  @Test
  void aCallWithoutAnAnswerIsCountedToo() {
    Transport dead =
        call -> {
          throw new NoAnswerException("nobody is there", new IOException("refused"), false);
        };
    assertThatThrownBy(() -> send(dead)).isInstanceOf(NoAnswerException.class);
    assertThat(count("no_answer")).isEqualTo(1);
  }

  private void send(Transport transport) throws NoAnswerException, InterruptedException {
    new MeteredTransport(transport, "acme", registry).send(Call.get("/auth/me"));
  }

  private long count(String outcome) {
    return registry
        .get("tenure.marketplace.calls")
        .tags("account", "acme", "method", "GET", "outcome", outcome)
        .timer()
        .count();
  }
}
