package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.opentrain.ContractRef;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that time may heal, and asks of which nobody knows whether they were carried out. */
class OutagesTest extends AtAMarketplace {

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 500, 502, 503, 504})
  void aReadThatTimeMayHealIsUnavailable(int status) {
    refuseReading(Reply.error(status, "INTERNAL_ERROR", "{}"));
    ApplicationFailure failure = failure(this::read);
    assertThat(failure.getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(failure.getNextRetryDelay()).isNull();
    assertThat(failure).hasMessageContaining("GET /contracts/c answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 500, 502, 503, 504})
  void anAskThatMayHaveBeenCarriedOutIsUnanswered(int status) {
    refuseFunding(Reply.error(status, "INTERNAL_ERROR", "{}").with("Retry-After", "20"));
    ApplicationFailure failure = failure(this::fund);
    assertThat(failure.getType()).isEqualTo(MarketplaceActivities.UNANSWERED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(failure).hasMessageContaining("POST /milestones/m/fund answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 410, 413})
  void aRefusalOfAFilterIsNoOutageAndNoWordOfTheMarketplace(int status) {
    Reply blocked = Reply.json(status, "<html>blocked</html>").with("Content-Type", "text/html");
    refuseReading(blocked);
    refuseFunding(blocked);
    for (ApplicationFailure failure : List.of(failure(this::read), failure(this::fund))) {
      assertThat(failure.getType()).isEqualTo("request_rejected");
      assertThat(failure.getOriginalMessage())
          .contains("refused with " + status + ", but not by OpenTrain")
          .contains("text/html");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aRedirectIsNamedWithItsStatusAndWhereItLeads(int status) {
    Reply moved = Reply.json(status, "").with("Location", "https://elsewhere.example/api");
    refuseReading(moved);
    refuseFunding(moved);
    for (ApplicationFailure failure : List.of(failure(this::read), failure(this::fund))) {
      assertThat(failure.getType()).isEqualTo("request_rejected");
      assertThat(failure.getOriginalMessage())
          .contains("redirected to https://elsewhere.example/api (" + status + ")")
          .contains("OT_API_BASE_URL");
    }
  }

  @ParameterizedTest
  @CsvSource({"429, 7, PT7S", "503, 20, PT20S"})
  void theWaitThatTheMarketplaceAsksForIsKept(int status, String header, Duration wait) {
    refuseReading(Reply.error(status, "RATE_LIMITED", "{}").with("Retry-After", header));
    ApplicationFailure failure = failure(this::read);
    assertThat(failure.getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(failure.getNextRetryDelay()).isEqualTo(wait);
  }

  @Test
  void oneCallTooManyIsNoAnswerLostAndIsTriedAgainAfterAPause() {
    refuseFunding(Reply.json(429, ""));
    ApplicationFailure failure = failure(this::fund);
    assertThat(failure.getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aWaitOfMinutesIsAnObstacleAtOnceWithItsTrueWords() {
    refuseFunding(Reply.json(429, "").with("Retry-After", "4000"));
    ApplicationFailure failure = failure(this::fund);
    assertThat(failure.getType()).isEqualTo("rate_limited");
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofMinutes(5));
    Obstacle obstacle = failure.getDetails().get(Obstacle.class);
    assertThat(obstacle.cause()).isEqualTo(IncidentCause.RATE_LIMITED);
    assertThat(obstacle.words())
        .isEqualTo(
            "OpenTrain takes no more calls for now: it answers 429 to POST /milestones/m/fund, and"
                + " is to be called again in 300 s");
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
  void anAskWhoseAnswerMakesNoSenseIsUnanswered(String body) {
    refuseFunding(Reply.json(202, body));
    assertThat(failure(this::fund).getType()).isEqualTo(MarketplaceActivities.UNANSWERED);
  }

  @Test
  void aReadWhoseAnswerMakesNoSenseIsUnavailable() {
    refuseReading(Reply.json(200, "{\"contract\":{}}"));
    assertThat(failure(this::read).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void aLostAnswerToAnAskIsUnanswered() {
    refuseFunding(Reply.cut());
    assertThat(failure(this::fund).getType()).isEqualTo(MarketplaceActivities.UNANSWERED);
    assertThat(marketplace.asked()).hasSize(1);
  }

  private void refuseFunding(Reply reply) {
    marketplace.on("POST", "/milestones/m/fund", reply);
  }

  private void refuseReading(Reply reply) {
    marketplace.on("GET", "/contracts/c", reply);
  }

  private AskAnswer fund() {
    return activities.requestFunding(new MilestoneAsk("m"));
  }

  private ContractReading read() {
    return activities.readContract(new ContractRef("c"));
  }
}
