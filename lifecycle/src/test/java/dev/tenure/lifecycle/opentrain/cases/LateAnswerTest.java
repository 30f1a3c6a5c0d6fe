package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Several reads at once: an answer that comes late undoes nothing. */
class LateAnswerTest extends StoryTest {
  @Test
  void anAnswerFromBeforeTheFundingDoesNotHaveItAskedForAgain() {
    Story s = hired(Plans.overlapping()).next("contract", Fate.HELD);
    s.notified(Notification.contractChanged(s.contract().id())).advance(Duration.ofSeconds(1));
    s.confirm("fund m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    s.release("contract").advanceHours(1);

    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.sent("fund m2")).isEqualTo(1);
  }

  @Test
  void anAnswerFromBeforeTheEndDoesNotReopenTheContract() {
    Story s = hired(Plans.single()).paid("m1");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    s.notified(Notification.contractChanged(s.contract().id()));
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void aLookThatWasUnderWayWhenSomethingWasToldIsFollowedByAnother() {
    Story s = hired(Plans.single()).next("contract", Fate.HELD);
    s.notified(Notification.contractChanged(s.contract().id()));
    s.deliver("m1");
    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    s.release("contract");

    assertThat(s.state("m1")).isEqualTo(MilestoneState.AWAITING_RELEASE);
    assertThat(s.sent("contract")).isEqualTo(2);
  }

  @Test
  void aReadOfAnApprovalFromBeforeItsEndIsFollowedByAnother() {
    Story s = asked(Plans.single()).next("approval", Fate.HELD);
    s.confirmationIsTold(s.pending("hire").id()).confirm("hire").release("approval");

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
  }

  @Test
  void theAnswerToAnAskThatComesAfterItsApprovalWasSeenChangesNothing() {
    Story s = hired(Plans.canonical()).next("fund", Fate.HELD).paid("m1").fundInApp("m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    s.release("fund").closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.sent("fund m2")).isEqualTo(1);
  }
}
