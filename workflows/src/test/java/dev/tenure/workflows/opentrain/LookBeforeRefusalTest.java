package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What people do in the app ends our approval for it without a yes; with the strictest policy, that
 * is no reason to give anything up.
 */
class LookBeforeRefusalTest {
  /** How the approval reads that became pointless. */
  enum Reading {
    EXPIRED,
    DECLINED;

    Decision decision() {
      return this == DECLINED ? Decision.decline() : Decision.of("expired");
    }
  }

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource
  void aMilestoneFundedInTheAppGoesOn(Reading reading) {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.with(strict()));
    ApprovalDocument funding = pending(ApprovalKind.MILESTONE_FUND);
    stage.market.world.status("mst_2", "ACTIVE_FUNDED");
    stage.market.world.deliver("mst_2");
    stage.market.decide(funding.id(), reading.decision());
    stage.until("m2", MilestoneState.PAID);

    assertThat(stage.market.count("request-end")).isZero();
    assertThat(stage.market.count("request-funding mst_2")).isEqualTo(1);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aMilestonePaidInTheAppGoesOn(Reading reading) {
    stage.market.script.on(ApprovalKind.MILESTONE_APPROVE, Decision.ignore());
    stage.start(Plans.with(strict()));
    ApprovalDocument release = pending(ApprovalKind.MILESTONE_APPROVE);
    stage.market.world.status("mst_1", "PAID");
    stage.market.decide(release.id(), reading.decision());

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m3").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.market.count("request-release mst_1")).isEqualTo(1);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aContractEndedInTheAppIsEnded(Reading reading) {
    stage.market.script.on(ApprovalKind.CONTRACT_END, Decision.ignore());
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single(strict(), null));
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("end", "k1");
    ApprovalDocument end = pending(ApprovalKind.CONTRACT_END);
    stage.market.world.end();
    stage.market.decide(end.id(), reading.decision());

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @Test
  void aPlainNoIsStillANo() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
    stage.start(Plans.with(strict()));

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
    assertThat(stage.journal.milestone("m2").state()).isNotEqualTo(MilestoneState.PAID);
  }

  private static Policies strict() {
    Policies d = Policies.DEFAULT;
    RefusalPolicy close = new RefusalPolicy(0, Then.CLOSE);
    return new Policies(close, close, d.release(), d.end(), d.onEditedTerms());
  }

  private ApprovalDocument pending(ApprovalKind kind) {
    stage.until(() -> find(kind).isPresent());
    return find(kind).orElseThrow();
  }

  private Optional<ApprovalDocument> find(ApprovalKind kind) {
    return stage.journal.approvals.values().stream()
        .filter(approval -> approval.kind() == kind && approval.pending())
        .findFirst();
  }
}
