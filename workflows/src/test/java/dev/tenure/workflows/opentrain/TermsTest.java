package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.Policies;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People may confirm other terms than were asked for: theirs win, under the cap. */
class TermsTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void editedTermsAreAdoptedAndTold() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("400.00"));
    stage.run(Plans.single());

    assertThat(stage.journal.milestone("m1").amount()).isEqualTo(Money.usd("400.00"));
    assertThat(stage.journal.hire().money().paid()).isEqualTo(Money.usd("400.00"));
    assertThat(stage.journal.summaries("milestone.edited"))
        .containsExactly("People changed milestone m1 (Batch m1) from $450.00 to $400.00.");
    assertThat(stage.journal.incidents).isEmpty();
  }

  @Test
  void termsEditedAboveTheCapHoldTheMilestoneThatDoesNotFitAnyMore() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("700.00"));
    stage.start(Plans.canonical());

    IncidentDocument first = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    stage.pass(Duration.ofDays(2));
    assertThat(first.milestone()).isEqualTo("m2");
    assertThat(first.detail()).contains("$1054.95", "$1000.00");
    assertThat(stage.market.count("request-")).isEqualTo(2);
    assertThat(stage.market.count("create-milestone")).isZero();

    stage.resolve(first, Resolution.RETRY);
    IncidentDocument second = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    assertThat(second.milestone()).isEqualTo("m2");
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.market.count("create-milestone")).isZero();
  }

  @Test
  void anOperatorMayGoOnWithWhatIsCommittedAboveTheCap() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("700.00")).nobodyDelivers();
    stage.start(Plans.single(Policies.DEFAULT, Money.usd("600.00")));
    IncidentDocument incident = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);

    stage.resolve(incident, Resolution.RETRY);
    stage.until("m1", MilestoneState.FUNDED);
    stage.pass(Duration.ofHours(1));
    assertThat(stage.journal.incidents).hasSize(1);
  }

  @Test
  void whatPeopleLowerInTheAppFitsTheCapAgain() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("700.00"));
    stage.start(Plans.canonical());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);

    stage.market.world.amount("mst_1", Money.usd("450.00"));
    stage.resolve(incident, Resolution.RETRY);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
  }

  @Test
  void thePolicyHoldWantsAPersonToAcceptEditedTerms() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("400.00"));
    stage.start(Plans.single(Plans.onEditedTerms(EditedTerms.HOLD), null));

    IncidentDocument incident = stage.awaitIncident(IncidentCause.TERMS_EDITED);
    stage.pass(Duration.ofDays(2));
    assertThat(stage.market.count("request-")).isEqualTo(1);

    stage.resolve(incident, Resolution.RETRY);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.hire().money().paid()).isEqualTo(Money.usd("400.00"));
  }

  @Test
  void editedTermsThatNobodyAcceptsEndTheContract() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("400.00"));
    stage.start(Plans.single(Plans.onEditedTerms(EditedTerms.HOLD), null));

    stage.resolve(stage.awaitIncident(IncidentCause.TERMS_EDITED), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
    assertThat(stage.market.count("request-release")).isZero();
  }

  @Test
  void aPlanAboveItsCapCreatesNothing() {
    stage.start(Plans.with(Policies.DEFAULT, Money.usd("600.00")));

    IncidentDocument incident = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    assertThat(incident.milestone()).isEqualTo("m2");
    stage.resolve(incident, Resolution.RETRY);
    stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);

    assertThat(stage.market.count("create-milestone")).isZero();
    assertThat(stage.journal.incidents).hasSize(2);
  }

  @Test
  void aForeignMilestoneCountsToTheCap() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.addForeign(Money.usd("300.00"));
    stage.market.ringContract();
    stage.until(() -> stage.journal.milestones.size() == 4);

    assertThat(stage.journal.hire().money().worstCase()).isEqualTo(Money.usd("1219.95"));
  }

  @Test
  void theEndIsNotHeldBackByTermsThatWaitForAPerson() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("400.00")).nobodyDelivers();
    stage.start(Plans.single(Plans.onEditedTerms(EditedTerms.HOLD), null));
    stage.awaitIncident(IncidentCause.TERMS_EDITED);
    stage.command("end", "k1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
    assertThat(stage.market.count("request-release")).isZero();
    assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
  }

  @Test
  void aContractEndedInTheAppIsSeenWhileItsTermsWaitForAPerson() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("400.00")).nobodyDelivers();
    stage.start(Plans.single(Plans.onEditedTerms(EditedTerms.HOLD), null));
    stage.awaitIncident(IncidentCause.TERMS_EDITED);
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isZero();
  }

  @Test
  void whatIsAskedForOnceMoreMustStillFitTheCap() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
    stage.start(Plans.canonical());
    IncidentDocument declined = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    stage.market.world.addForeign(Money.usd("300.00"));
    stage.market.ringContract();
    stage.until(() -> stage.journal.milestones.size() == 4);
    stage.resolve(declined, Resolution.RETRY);

    IncidentDocument exceeded = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    assertThat(exceeded.milestone()).isEqualTo("m2");
    assertThat(stage.market.count("request-funding")).isEqualTo(1);
  }

  @Test
  void editedTermsThatTheContractShowsLateAreStillHeldAgainstThePolicy() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("400.00")).nobodyDelivers();
    stage.start(Plans.single(Plans.onEditedTerms(EditedTerms.HOLD), null));
    stage.market.world.late(1000);
    stage.awaitIncident(IncidentCause.NOT_FOUND);
    stage.market.world.late(0);
    stage.market.ringContract();

    stage.awaitIncident(IncidentCause.TERMS_EDITED);
    assertThat(stage.journal.incidents.values())
        .filteredOn(incident -> incident.cause() == IncidentCause.NOT_FOUND)
        .singleElement()
        .matches(incident -> !incident.open() && incident.resolution() == null);
  }
}
