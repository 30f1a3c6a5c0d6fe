package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.workflows.marketplace.MilestoneAsk;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that time may heal. */
class OutagesTest extends AtAMarketplace {

  @ParameterizedTest
  @ValueSource(ints = {302, 408, 425, 500, 502, 503, 504})
  void whatTimeMayHealIsUnavailable(int status) {
    refuseFunding(Reply.error(status, "INTERNAL_ERROR", "{}"));
    ApplicationFailure failure = failure(this::fund);
    assertThat(failure.getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(failure.getNextRetryDelay()).isNull();
    assertThat(failure).hasMessageContaining("POST /milestones/m/fund answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409})
  void aRefusalOfTheEdgeWithoutTheErrorEnvelopeIsNoWordOfTheMarketplace(int status) {
    refuseFunding(Reply.json(status, "<html>blocked</html>"));
    assertThat(failure(this::fund).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({"429, 7, PT7S", "503, 20, PT20S", "429, 4000, PT5M"})
  void theWaitThatTheMarketplaceAsksForIsKept(int status, String header, Duration wait) {
    refuseFunding(Reply.error(status, "RATE_LIMITED", "{}").with("Retry-After", header));
    assertThat(failure(this::fund).getNextRetryDelay()).isEqualTo(wait);
  }

  @Test
  void tooManyCallsWithoutAWaitAreFollowedByAPause() {
    refuseFunding(Reply.json(429, ""));
    assertThat(failure(this::fund).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "null",
        "{\"approval\":{}}",
        "{\"approval\":{\"id\":\"a\",\"type\":\"milestone_fund\"}}",
        "{\"approval\":{\"id\":{},\"status\":\"pending\"}}"
      })
  void anAnswerThatMakesNoSenseIsUnavailable(String body) {
    refuseFunding(Reply.json(202, body));
    assertThat(failure(this::fund).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void aLostAnswerIsUnavailable() {
    refuseFunding(Reply.cut());
    assertThat(failure(this::fund).getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(marketplace.asked()).hasSize(1);
  }

  private void refuseFunding(Reply reply) {
    marketplace.on("POST", "/milestones/m/fund", reply);
  }

  private AskAnswer fund() {
    return activities.requestFunding(new MilestoneAsk("m"));
  }
}
