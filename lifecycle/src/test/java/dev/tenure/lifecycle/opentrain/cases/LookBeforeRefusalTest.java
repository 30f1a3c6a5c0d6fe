package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people do in the app ends our approval for it without a yes; with the strictest policy, that
 * is no reason to give anything up.
 */
class LookBeforeRefusalTest extends StoryTest {
  @ParameterizedTest
  @ValueSource(strings = {"expired", "declined"})
  void aMilestoneFundedInTheAppGoesOn(String reading) {
    Story s = hired(Plans.canonical(Plans.STRICT)).paid("m1");
    s.endpoints().status(s.pending("fund m2").id(), reading);
    s.fundInApp("m2");

    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    s.paid("m2").withoutIncidents();
    assertThat(s.sent("end")).isZero();
    assertThat(s.sent("fund m2")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "declined"})
  void aMilestonePaidInTheAppGoesOn(String reading) {
    Story s = hired(Plans.canonical(Plans.STRICT)).deliver("m1");
    s.endpoints().status(s.pending("release m1").id(), reading);
    s.payInApp("m1").closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().milestone("m3").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("release m1")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "declined"})
  void aContractEndedInTheAppIsEnded(String reading) {
    Story s = hired(Plans.single(Plans.STRICT)).command(new Command.End());
    s.endpoints().status(s.pending("end").id(), reading);
    s.endInApp();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    s.withoutIncidents();
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "declined"})
  void aProposalHiredInTheAppGoesOn(String reading) {
    Story s = asked(Plans.single(Plans.STRICT));
    s.endpoints().status(s.pending("hire").id(), reading);
    s.hireInApp("450.00").closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aPlainNoIsStillANo() {
    Story s = hired(Plans.canonical(Plans.STRICT)).paid("m1").decline("fund m2");

    assertThat(s.status()).as("nothing is in escrow").isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
  }

  /** The look that comes with the approval is an old one: another one must begin after the no. */
  @Test
  void aNoWhoseContractWasReadBeforeItIsLookedAfterOnceMore() {
    Story s = hired(Plans.canonical(Plans.STRICT)).paid("m1");
    s.next("contract", Calls.Fate.NEVER_SENT);
    s.deaf().fundInApp("m2").hearing();
    s.confirmationIsTold(s.approvals("fund m2").getFirst().id());
    s.closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.journal().approval(s.approvals("fund m2").getFirst().id()).status())
        .isEqualTo(ApprovalStatus.EXPIRED);
  }
}
