package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands to a hire under way. */
class SteeringTest extends AtAFront {

  @ParameterizedTest
  @CsvSource({
    "release hir_1 m1,POST /v1/hires/hir_1/milestones/m1/release",
    "fund hir_1 m2,POST /v1/hires/hir_1/milestones/m2/fund",
    "drop hir_1 m2,DELETE /v1/hires/hir_1/milestones/m2",
    "pause hir_1,POST /v1/hires/hir_1/pause",
    "resume hir_1,POST /v1/hires/hir_1/resume",
    "cancel hir_1,POST /v1/hires/hir_1/cancel",
    "end hir_1,POST /v1/hires/hir_1/end"
  })
  void everyCommandIsSentWithAKeyOfItsOwnAndAnswersWithTheHire(String line, String asked) {
    front.tell(asked, 200, HIRE);
    assertThat(run(line.split(" "))).isZero();
    assertThat(front.last().line()).isEqualTo(asked);
    assertThat(front.last().key()).startsWith("cli-");
    assertThat(out).contains("REQ-118", "MILESTONE");
    run((line + " --idempotency-key k1").split(" "));
    assertThat(front.last().key()).isEqualTo("k1");
  }

  @Test
  void anIncidentIsAnsweredAndAMilestoneAddedWithTheirBodies() {
    front.tell("POST /v1/hires/hir_1/incidents/inc_1/resolve", 200, HIRE);
    front.tell("POST /v1/hires/hir_1/milestones", 201, HIRE);
    assertThat(run("resolve", "hir_1", "inc_1", "adopt", "--marketplace-id", "mst_9")).isZero();
    assertThat(front.last().body()).isEqualTo("{\"action\":\"adopt\",\"marketplaceId\":\"mst_9\"}");
    assertThat(run("add", "hir_1", "Batch 4=$1,300.50", "--after", "m2", "--due", "2027-01-31"))
        .isZero();
    assertThat(front.last().body())
        .isEqualTo(
            "{\"name\":\"Batch 4\",\"description\":\"Batch 4\","
                + "\"amount\":{\"amount\":\"1300.50\",\"currency\":\"USD\"},"
                + "\"dueDate\":\"2027-01-31\",\"fund\":{\"when\":\"after_paid\",\"after\":\"m2\"}}");
  }
}
