package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Money;
import org.junit.jupiter.api.Test;

class HireLifecycleTest {

  @Test
  void aHireOfThreeMilestonesRunsToTheEndedContract() {
    try (Stage stage = new Stage().run(Plans.canonical())) {
      assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
      assertThat(stage.journal.hire().money().paid()).isEqualTo(Money.usd("800.00"));
      assertThat(stage.journal.milestones.values())
          .allMatch(milestone -> milestone.state() == MilestoneState.PAID);
      assertThat(stage.market.count("request-")).isEqualTo(7);
      assertThat(stage.market.count("create-milestone")).isEqualTo(2);
      assertThat(stage.journal.eventTypes())
          .containsSubsequence(
              "hire.requested",
              "approval.requested",
              "approval.confirmed",
              "contract.created",
              "milestone.funded",
              "milestone.delivered",
              "milestone.paid",
              "milestone.created",
              "contract.ended",
              "hire.ended");
    }
  }
}
