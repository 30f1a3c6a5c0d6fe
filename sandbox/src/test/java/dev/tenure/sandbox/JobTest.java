package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobTest extends SandboxTest {
  private static final String DRAFT =
      "{\"title\": \"Sort receipts\", \"paymentType\": \"PAY_PER_LABEL\","
          + " \"idempotencyKey\": \"k1\"}";

  @Test
  void theSameKeyFindsTheSameDraft() {
    Reply first = market.post("/job-drafts", DRAFT);
    Reply second = market.post("/job-drafts", DRAFT);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("jobId")).isEqualTo(first.text("jobId"));
  }

  @Test
  void aCompleteDraftIsPublishedAndTrainersPropose() {
    String id = market.post("/job-drafts", DRAFT).text("jobId");
    Reply early = market.post("/jobs/" + id + "/publish");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text("details.missingFields.0")).isEqualTo("description");
    Reply changed =
        market.send("PATCH", Market.API + "/job-drafts/" + id, "{\"description\": \"By kind\"}");
    assertThat(changed.text("validation.publishReady")).isEqualTo("true");
    assertThat(market.post("/jobs/" + id + "/publish").text("status")).isEqualTo("PUBLISHED");
    Reply proposals = market.get("/jobs/" + id + "/proposals");
    assertThat(proposals.size("proposals")).isEqualTo(3);
    assertThat(proposals.text("proposals.0.bid.unit")).isEqualTo("PER_LABEL");
    Market anybody = market.as("");
    assertThat(anybody.get("/jobs").text("jobs.0.id")).isEqualTo(id);
    Reply changes = anybody.get("/jobs/changes?since=2026-06-12T09:29:59Z");
    assertThat(changes.body()).contains("\"" + id + "\"");
    clock.pass(Duration.ofMinutes(1));
    String now = clock.instant().toString();
    assertThat(anybody.get("/jobs/changes?since=" + now).body()).doesNotContain("job_");
    assertThat(anybody.get("/jobs/facets").number("facets.paymentType.PAY_PER_LABEL")).isEqualTo(2);
  }

  @Test
  void aTrainerIsInvitedOncePerJob() {
    Reply first = market.post("/jobs/job_1/invites", "{\"freelancerId\": \"usr_2\"}");
    Reply second = market.post("/jobs/job_1/invites", "{\"freelancerId\": \"usr_2\"}");
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("alreadyInvited")).isEqualTo("true");
    assertThat(second.text("proposalId")).isEqualTo(first.text("proposalId"));
    assertThat(
            market
                .post("/jobs/job_1/invites", "{\"freelancerId\": \"usr_none\"}")
                .text("details.reason"))
        .isEqualTo("not_a_freelancer");
    assertThat(market.post("/jobs/job_stranger/invites", "{\"freelancerId\": \"usr_2\"}").status())
        .isEqualTo(404);
  }
}
