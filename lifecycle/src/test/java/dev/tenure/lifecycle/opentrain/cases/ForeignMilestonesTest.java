package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.marketplace.Tags;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Money;
import org.junit.jupiter.api.Test;

/** What others put onto the contract is shown and counted, and never touched. */
class ForeignMilestonesTest extends StoryTest {

  @Test
  void oneWithoutAnAmountThatCanBeReadIsShownAsThat() {
    Story s = hired(Plans.canonical());
    s.endpoints().showsPrices(false);
    String key = s.addInApp("90.00");
    s.advanceHours(1);
    assertThat(s.journal().milestone(key).unpriced()).isTrue();
    assertThat(s.journal().summaries("milestone.foreign"))
        .singleElement()
        .asString()
        .contains("without an amount that can be read");

    s.endpoints().showsPrices(true);
    s.sweep().advanceHours(12);
    assertThat(s.journal().milestone(key).unpriced()).isFalse();
    assertThat(s.journal().milestone(key).amount()).isEqualTo(Money.usd("90.00"));
  }

  @Test
  void aForeignMilestoneIsShownButNeverTouched() {
    Story s = hired(Plans.single());
    String key = s.addInApp("70.00");
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    MilestoneDocument foreign = s.journal().milestone(key);
    assertThat(foreign.foreign()).isTrue();
    assertThat(foreign.amount()).isEqualTo(Money.usd("70.00"));
    assertThat(s.journal().eventTypes()).contains("milestone.foreign");
    assertThat(s.asked()).isEqualTo(3);
  }

  @Test
  void aMilestoneMadeFromACopyOfOursIsForeignTagAndAll() {
    Story s = hired(Plans.overlapping()).confirm("fund m2").confirm("fund m3");
    String ours = s.milestoneId("m2");
    String copy = s.addInApp("[" + Tags.of(s.hire().id(), "m2") + "]", "900.00");
    assertThat(s.milestone(copy).tag()).isEqualTo(s.milestone("m2").tag());
    s.fundInApp(copy);

    assertThat(s.state(copy)).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.journal().milestone("m2").milestoneId()).isEqualTo(ours);
    assertThat(s.journal().milestone("m2").amount()).isEqualTo(Money.usd("250.00"));
    assertThat(s.journal().eventTypes()).doesNotContain("milestone.edited");
    s.payInApp(copy).closesAs(HireStatus.ENDED).withoutIncidents();
    assertThat(s.approvals("fund " + copy)).isEmpty();
    assertThat(s.approvals("release " + copy)).isEmpty();
  }

  @Test
  void aForeignMilestoneInEscrowBlocksTheAutomaticEndUntilItIsPaid() {
    Story s = hired(Plans.single());
    String foreign = s.addInApp("70.00");
    s.fundInApp(foreign).paid("m1").advanceDays(2);
    assertThat(s.sent("end")).isZero();

    s.payInApp(foreign);
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isEqualTo(1);
  }

  @Test
  void theEndByCommandIsAskedForInSpiteOfForeignEscrow() {
    Story s = hired(Plans.single());
    s.fundInApp(s.addInApp("70.00"));
    s.command(new Command.End()).confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void aForeignMilestoneCountsToTheCap() {
    Story s = hired(Plans.canonical());
    s.addInApp("300.00");

    assertThat(s.journal().hire().money().worstCase()).isEqualTo(Money.usd("1219.95"));
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    s.paid("m1").advanceDays(1);
    assertThat(s.sent("create")).isZero();
  }

  @Test
  void aForeignMilestoneCancelledInTheAppIsNobodysBusiness() {
    Story s = hired(Plans.single());
    String foreign = s.addInApp("70.00");
    s.cancelInApp(foreign);

    assertThat(s.state(foreign)).isEqualTo(MilestoneState.CANCELLED);
    s.closesAs(HireStatus.ENDED).withoutIncidents();
  }

  /** L11: while an approval waits, nothing but the sweep tells that people spend beside it. */
  @Test
  void l11MoneyThatPeopleCommitWhileAnApprovalWaitsIsToldAndCountedAtOnce() {
    Story s = hired(Plans.canonical()).paid("m1");
    assertThat(s.pending("fund m2")).isNotNull();
    s.fundInApp(s.addInApp("900.00"));

    assertThat(s.journal().eventTypes()).contains("milestone.foreign");
    assertThat(s.journal().hire().money().committed()).isEqualTo(Money.usd("1350.00"));
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m3");
    assertThat(s.pending("fund m2")).as("cannot be recalled").isNotNull();
  }
}
