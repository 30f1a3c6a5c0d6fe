package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several steps look at the contract at once: an answer that comes late undoes nothing. */
class LateAnswerTest {
  /** Below the heartbeat timeout of the call, which would only be made again after that. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void anAnswerFromBeforeTheFundingDoesNotHaveItAskedForAgain() {
    stage.market.script.nobodyDelivers().otherwise(Decision.ignore());
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.confirm());
    stage.start(Plans.overlapping());
    stage.until("m1", MilestoneState.FUNDED);
    stage.until(() -> funding().isPresent());
    ApprovalDocument funding = funding().orElseThrow();
    stage.market.beforeTheAnswerOfTheNextRead(
        () -> {
          stage.market.decide(funding.id(), Decision.confirm());
          awaitFunded();
        });
    stage.market.ringContract();
    stage.until("m2", MilestoneState.FUNDED);
    stage.pass(Duration.ofHours(1));

    assertThat(stage.market.count("request-funding mst_2")).isEqualTo(1);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.FUNDED);
  }

  private Optional<ApprovalDocument> funding() {
    return stage.journal.approvals.values().stream()
        .filter(a -> a.kind() == ApprovalKind.MILESTONE_FUND && "m2".equals(a.milestone()))
        .findFirst();
  }

  private void awaitFunded() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isFunded() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private boolean isFunded() {
    MilestoneDocument known = stage.journal.milestones.get("m2");
    return known != null && known.state() == MilestoneState.FUNDED;
  }
}
