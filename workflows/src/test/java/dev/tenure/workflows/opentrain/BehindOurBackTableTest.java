package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.ReleaseRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever phase a milestone is in, what people do to it in the app is adopted or raised. */
class BehindOurBackTableTest {

  /** The phases in which a hire can rest, each with the milestone that rests in it. */
  enum Phase {
    PLANNED("m2", "none"),
    AWAITING_FUNDING("m2", "mst_2"),
    FUNDED("m1", "mst_1"),
    DELIVERED("m1", "mst_1"),
    AWAITING_RELEASE("m1", "mst_1");

    private final String key;
    private final String id;

    Phase(String key, String id) {
      this.key = key;
      this.id = id;
    }

    void reach(Stage stage) {
      switch (this) {
        case PLANNED -> {
          stage.market.script.nobodyDelivers();
          stage.start(Plans.canonical());
          stage.until("m1", MilestoneState.FUNDED);
        }
        case AWAITING_FUNDING -> {
          stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
          stage.start(Plans.canonical());
          stage.until(() -> stage.market.count("request-funding") == 1);
        }
        case FUNDED -> {
          stage.market.script.nobodyDelivers();
          stage.start(Plans.single());
          stage.until("m1", MilestoneState.FUNDED);
        }
        case DELIVERED -> {
          stage.start(Plans.single(Plans.release(ReleaseRule.ON_REQUEST), null));
          stage.until("m1", MilestoneState.DELIVERED);
        }
        case AWAITING_RELEASE -> {
          stage.market.script.on(ApprovalKind.MILESTONE_APPROVE, Decision.ignore());
          stage.start(Plans.single());
          stage.until(() -> stage.market.count("request-release") == 1);
        }
      }
    }
  }

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource
  void aContractEndedInTheAppEndsTheHire(Phase phase) {
    phase.reach(stage);
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isZero();
    assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
    assertThat(stage.journal.approvals.values()).noneMatch(approval -> approval.pending());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLANNED")
  void aMilestoneCancelledInTheAppIsRaisedAndCanBeSkipped(Phase phase) {
    phase.reach(stage);
    stage.market.world.cancel(phase.id);

    IncidentDocument gone = stage.awaitIncident(IncidentCause.MILESTONE_GONE);
    assertThat(gone.milestone()).isEqualTo(phase.key);
    assertThat(stage.journal.milestone(phase.key).state()).isEqualTo(MilestoneState.CANCELLED);
    stage.resolve(gone, Resolution.SKIP);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FUNDED", "DELIVERED", "AWAITING_RELEASE"})
  void aMilestonePaidInTheAppIsAdopted(Phase phase) {
    phase.reach(stage);
    long asked = stage.market.count("request-release");
    stage.market.world.status(phase.id, "PAID");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone(phase.key).state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.journal.incidents).isEmpty();
    assertThat(stage.journal.approvals.values())
        .filteredOn(approval -> approval.kind() == ApprovalKind.MILESTONE_APPROVE)
        .hasSize((int) asked);
  }

  @Test
  void aProposalHiredInTheAppWhileOurApprovalIsPendingIsAdopted() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.market.world.hire("Batch m1", Money.usd("430.00"));
    stage.market.world.deliver("mst_1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m1").amount()).isEqualTo(Money.usd("430.00"));
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.journal.incidents).isEmpty();
  }
}
