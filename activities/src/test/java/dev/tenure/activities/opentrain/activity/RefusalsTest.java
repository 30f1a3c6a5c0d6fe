package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer.Reason;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals that are facts, and those that a person must mend. */
class RefusalsTest extends AtAMarketplace {

  @ParameterizedTest
  @CsvSource({
    "already_accepted, ALREADY_ACCEPTED",
    "contract_ended, CONTRACT_ENDED",
    "milestone_not_fundable, MILESTONE_NOT_FUNDABLE",
    "milestone_not_funded, MILESTONE_NOT_FUNDED",
    "milestone_cancelled, MILESTONE_CANCELLED"
  })
  void aConflictAboutTheStateIsAFact(String reason, Reason fact) {
    refuseFunding(Reply.error(409, "CONFLICT", "{\"reason\":\"" + reason + "\"}"));
    assertThat(fund()).isEqualTo(new AskAnswer.Fact(fact));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|UNAUTHORIZED|{}|TOKEN_REJECTED|",
        "403|FORBIDDEN|{\"reason\":\"account_claim_required\",\"claimUrl\":\"https://c\"}"
            + "|ACCOUNT_CLAIM_REQUIRED|https://c",
        "403|FORBIDDEN|{\"requiredScopes\":[\"payments:write\"],\"grantedScopes\":[]}"
            + "|SCOPE_MISSING|",
        "403|FORBIDDEN|{\"featureKey\":\"public_api_hiring\"}|FEATURE_DISABLED|",
        "403|FORBIDDEN|{}|REQUEST_REJECTED|",
        "409|CONFLICT|{\"reason\":\"payment_method_required\",\"billingUrl\":\"https://b\"}"
            + "|PAYMENT_METHOD_REQUIRED|https://b",
        "409|CONFLICT|{\"reason\":\"not_fit_confirmation_required\"}"
            + "|NOT_FIT_CONFIRMATION_REQUIRED|",
        "409|CONFLICT|{\"reason\":\"contract_rate_missing\"}|CONTRACT_RATE_MISSING|",
        "409|CONFLICT|{\"reason\":\"of_tomorrow\"}|REQUEST_REJECTED|",
        "409|CONFLICT|null|REQUEST_REJECTED|",
        "400|BAD_REQUEST|{\"field\":\"milestone.amount\"}|REQUEST_REJECTED|",
        "404|NOT_FOUND|{\"resource\":\"milestones\"}|NOT_FOUND|",
        "418|NEW_CODE|{}|REQUEST_REJECTED|"
      })
  void whatAPersonMustMendIsAnObstacle(
      int status, String code, String details, IncidentCause cause, String url) {
    refuseFunding(Reply.error(status, code, details));
    ApplicationFailure failure = failure(this::fund);
    Obstacle obstacle = failure.getDetails().get(Obstacle.class);
    assertThat(failure.getType()).isEqualTo(cause.wire());
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(obstacle.cause()).isEqualTo(cause);
    assertThat(obstacle.fixUrl()).isEqualTo(url);
    assertThat(obstacle.words()).contains("req-1").doesNotContain("ot_pat_");
    assertThat(failure.getOriginalMessage()).isEqualTo(obstacle.words());
  }

  @Test
  void aMissingScopeIsNamed() {
    refuseFunding(Reply.error(403, "FORBIDDEN", "{\"requiredScopes\":[\"payments:write\",\"x\"]}"));
    assertThat(failure(this::fund)).hasMessageContaining("payments:write, x");
  }

  @Test
  void detailsThatAreAbsentAreNoDetails() {
    refuseFunding(Reply.json(403, "{\"error\":\"no\",\"code\":\"FORBIDDEN\"}"));
    assertThat(failure(this::fund).getType()).isEqualTo("request_rejected");
  }

  @Test
  void aRejectedTokenIsBelievedFromTheEdgeToo() {
    refuseFunding(Reply.json(401, ""));
    assertThat(failure(this::fund).getType()).isEqualTo("token_rejected");
  }

  private void refuseFunding(Reply reply) {
    marketplace.on("POST", "/milestones/m/fund", reply);
  }

  private AskAnswer fund() {
    return activities.requestFunding(new MilestoneAsk("m"));
  }
}
