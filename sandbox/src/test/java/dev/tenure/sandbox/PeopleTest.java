package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PeopleTest extends SandboxTest {
  @Test
  void everybodyIgnoresByDefault() {
    assertThat(market.control("GET", "/people").size("approvals")).isZero();
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    clock.pass(Duration.ofHours(71));
    assertThat(status(id)).isEqualTo("pending");
  }

  @Test
  void aPersonConfirmsAfterTheDelayAndNotBefore() {
    people("{\"type\": \"*\", \"decision\": \"confirm\", \"delayMs\": 60000}");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    clock.pass(Duration.ofSeconds(59));
    assertThat(status(id)).isEqualTo("pending");
    clock.pass(Duration.ofSeconds(1));
    await(() -> status(id).equals("confirmed"));
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    people(
        "{\"type\": \"proposal_hire\", \"subject\": \"prp_5\", \"decision\": \"decline\"},"
            + "{\"type\": \"milestone_fund\", \"decision\": \"decline\"},"
            + "{\"type\": \"proposal_hire\", \"decision\": \"confirm\"}");
    String declined = market.post("/proposals/prp_5/hire", Market.HIRE).text("approval.id");
    String confirmed = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    await(() -> status(declined).equals("declined"));
    await(() -> status(confirmed).equals("confirmed"));
  }

  @Test
  void aPolicyAppliesToWhatIsAlreadyPending() {
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    people("{\"type\": \"*\", \"decision\": \"decline\", \"delayMs\": 0}");
    await(() -> status(id).equals("declined"));
  }

  @Test
  void anOutdatedPlanDoesNothing() {
    people("{\"type\": \"*\", \"decision\": \"confirm\", \"delayMs\": 1000}");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    people("{\"type\": \"proposal_hire\", \"decision\": \"ignore\"}");
    clock.pass(Duration.ofSeconds(2));
    people("{\"type\": \"*\", \"subject\": \"prp_6\", \"decision\": \"confirm\"}");
    String other = market.post("/proposals/prp_6/hire", Market.HIRE).text("approval.id");
    await(() -> status(other).equals("confirmed"));
    assertThat(status(id)).isEqualTo("pending");
  }

  @Test
  void aPersonMayEditTheTermsBeforeConfirming() {
    people("{\"type\": \"proposal_hire\", \"decision\": \"edit\", \"edit\": {\"amount\": 500.00}}");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    await(() -> status(id).equals("confirmed"));
    assertThat(market.get("/contracts").text("contracts.0.milestones.0.amountUsd"))
        .isEqualTo("500");
  }

  @Test
  void theTrainerRequestsThePayoutOnceFunded() {
    market.control("PUT", "/people", "{\"trainer\": {\"requestPayout\": true, \"delayMs\": 5000}}");
    market.hired("prp_4");
    assertThat(payoutRequested()).isEqualTo("false");
    clock.pass(Duration.ofSeconds(5));
    await(() -> payoutRequested().equals("true"));
  }

  @Test
  void theSweeperExpiresWithoutARead() {
    market.control("PUT", "/settings", "{\"sweeper\": true, \"approvalWindowMs\": 1000}");
    market.post("/proposals/prp_4/hire", Market.HIRE);
    String cursor = market.get("/updates?limit=200").text("nextCursor");
    clock.pass(Duration.ofSeconds(1));
    await(() -> market.get("/updates?cursor=" + cursor).size("events") == 1);
  }

  private String payoutRequested() {
    return market.get("/contracts").text("contracts.0.milestones.0.pendingApproval");
  }

  private String status(String approvalId) {
    return market.get("/approvals/" + approvalId).text("approval.status");
  }

  private void people(String rules) {
    Reply set = market.control("PUT", "/people", "{\"approvals\": [" + rules + "]}");
    assertThat(set.status()).isEqualTo(200);
  }
}
