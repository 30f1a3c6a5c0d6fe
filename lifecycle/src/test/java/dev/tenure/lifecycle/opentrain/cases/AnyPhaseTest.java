package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.simulation.marketplace.MilestoneStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.ReleaseRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever phase a milestone rests in, what people do to it in the app is adopted or raised. */
class AnyPhaseTest extends StoryTest {
  enum Phase {
    PLANNED("m2"),
    AWAITING_FUNDING("m2"),
    FUNDED("m1"),
    DELIVERED("m1"),
    AWAITING_RELEASE("m1");

    private final String key;

    Phase(String key) {
      this.key = key;
    }
  }

  private Story reach(Phase phase) {
    return switch (phase) {
      case PLANNED -> hired(Plans.canonical());
      case AWAITING_FUNDING -> hired(Plans.canonical()).paid("m1");
      case FUNDED -> hired(Plans.single());
      case DELIVERED -> hired(Plans.single(Plans.release(ReleaseRule.ON_REQUEST))).deliver("m1");
      case AWAITING_RELEASE -> hired(Plans.single()).deliver("m1");
    };
  }

  @ParameterizedTest
  @EnumSource
  void aContractEndedInTheAppEndsTheHire(Phase phase) {
    Story s = reach(phase).endInApp();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
    assertThat(s.journal().incidents()).noneMatch(IncidentDocument::open);
    assertThat(s.journal().approvals()).noneMatch(approval -> approval.pending());
  }

  @ParameterizedTest
  @EnumSource
  void aContractEndedInTheAppIsFoundWithoutAnyNotification(Phase phase) {
    Story s = reach(phase).deaf().endInApp().advanceHours(12);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLANNED")
  void aMilestoneCancelledInTheAppIsRaisedAndCanBeSkipped(Phase phase) {
    Story s = reach(phase).cancelInApp(phase.key);
    assertThat(s.incident(IncidentCause.MILESTONE_GONE).milestone()).isEqualTo(phase.key);
    assertThat(s.state(phase.key)).isEqualTo(MilestoneState.CANCELLED);

    s.resolve(IncidentCause.MILESTONE_GONE, Resolution.SKIP).closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLANNED")
  void aMilestoneCancelledInTheAppIsFoundWithoutAnyNotification(Phase phase) {
    Story s = reach(phase).deaf().cancelInApp(phase.key).advanceHours(13);

    assertThat(s.incident(IncidentCause.MILESTONE_GONE).milestone()).isEqualTo(phase.key);
  }

  @ParameterizedTest
  @EnumSource(names = {"FUNDED", "DELIVERED", "AWAITING_RELEASE"})
  void aMilestonePaidInTheAppIsAdopted(Phase phase) {
    Story s = reach(phase);
    long asked = s.sent("release");
    s.payInApp(phase.key).closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.state(phase.key)).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("release")).isEqualTo(asked);
  }

  @ParameterizedTest
  @EnumSource(names = {"PLANNED", "FUNDED", "DELIVERED", "AWAITING_RELEASE"})
  void aDisputeInTheAppIsNotOursToDecide(Phase phase) {
    Story s = reach(phase);
    int asked = s.approvals("release m1").size();
    s.disputeInApp("m1").advanceDays(1);
    assertThat(s.milestone("m1").status()).isEqualTo(MilestoneStatus.DISPUTED);
    assertThat(s.approvals("release m1")).hasSize(asked);
    assertThat(s.sent("end")).isZero();

    s.payInApp("m1").closesAs(HireStatus.ENDED);
    assertThat(s.approvals("release m1")).hasSize(asked);
    assertThat(s.state("m1")).isEqualTo(MilestoneState.PAID);
  }
}
