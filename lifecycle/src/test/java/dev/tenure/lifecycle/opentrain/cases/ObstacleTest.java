package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.lifecycle.simulation.marketplace.AccountFeature;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedProposal;
import dev.tenure.lifecycle.simulation.marketplace.TokenScope;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.HirePlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What needs a person becomes an incident, and heals by itself when its cause is gone. */
class ObstacleTest extends StoryTest {
  @ParameterizedTest
  @EnumSource(
      names = {
        "ACCOUNT_CLAIM_REQUIRED",
        "PAYMENT_METHOD_REQUIRED",
        "NOT_FIT_CONFIRMATION_REQUIRED",
        "TOKEN_REJECTED",
        "SCOPE_MISSING",
        "FEATURE_DISABLED",
        "REQUEST_REJECTED",
        "NOT_FOUND"
      })
  void anObstacleAtTheHireOpensAnIncidentAndHealsByItself(IncidentCause cause) {
    Story s = story(Plans.single()).refuse("hire", cause, 3).start();
    IncidentDocument incident = s.incident(cause);
    assertThat(incident.fixUrl()).isEqualTo(Story.FIX);
    assertThat(incident.milestone()).isEqualTo("m1");
    assertThat(incident.actions()).containsExactly(Resolution.RETRY, Resolution.ABORT);

    s.closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(closed -> !closed.open() && closed.resolution() == null);
    assertThat(s.sent("hire")).isEqualTo(4);
  }

  @Test
  void whatTheMarketplaceItselfRefusesIsNamedAndLinked() {
    Story s = story(Plans.single()).deaf();
    s.account().card(false).claimed(false);
    s.account().feature(AccountFeature.HIRING, false).scope(TokenScope.PROPOSALS_WRITE, false);
    s.account().tokenAccepted(false);
    s.marketplace().people().markProposal(Story.PROPOSAL, SimulatedProposal.NOT_A_FIT, s.now());
    s.start();
    assertThat(s.openIncidents()).containsExactly(IncidentCause.TOKEN_REJECTED);
    s.account().tokenAccepted(true);
    s.advance(Duration.ofMinutes(1));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.SCOPE_MISSING);
    s.account().scope(TokenScope.PROPOSALS_WRITE, true);
    s.advance(Duration.ofMinutes(1));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.FEATURE_DISABLED);
    s.account().feature(AccountFeature.HIRING, true);
    s.advance(Duration.ofMinutes(1));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.ACCOUNT_CLAIM_REQUIRED);
    s.account().claimed(true);
    s.advance(Duration.ofMinutes(1));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.NOT_FIT_CONFIRMATION_REQUIRED);
    s.marketplace().people().markProposal(Story.PROPOSAL, "SHORTLISTED", s.now());
    s.advance(Duration.ofMinutes(1));
    assertThat(s.incident(IncidentCause.PAYMENT_METHOD_REQUIRED).fixUrl()).contains("billing");
    s.account().card(true);
    s.advance(Duration.ofMinutes(1));

    assertThat(s.openIncidents()).isEmpty();
    assertThat(s.approvals("hire")).hasSize(1);
    assertThat(s.journal().incidents()).hasSize(6);
  }

  @Test
  void aProposalThatIsNotAFitIsHiredWhereThePlanSaysSo() {
    HirePlan plan = Plans.single();
    HirePlan override =
        new HirePlan(
            plan.account(),
            plan.proposalId(),
            null,
            plan.labels(),
            plan.milestones(),
            null,
            true,
            plan.policies());
    Story s = story(override);
    s.marketplace().people().markProposal(Story.PROPOSAL, SimulatedProposal.NOT_A_FIT, s.now());

    s.start().closesAs(HireStatus.ENDED).withoutIncidents();
  }

  @Test
  void anObstacleAtTheCreationOfAMilestoneHealsByItself() {
    Story s = hired(Plans.canonical());
    s.refuse("create", IncidentCause.FEATURE_DISABLED, 2).closesAs(HireStatus.ENDED);

    assertThat(s.journal().incidents()).hasSize(1);
    assertThat(s.sent("create")).isEqualTo(4);
  }

  @Test
  void anObstacleAtTheReadOfAnApprovalHealsByItself() {
    Story s = asked(Plans.single()).refuse("approval", IncidentCause.SCOPE_MISSING, 5);
    s.confirm("hire");
    assertThat(s.incident(IncidentCause.SCOPE_MISSING).milestone()).isEqualTo("m1");

    s.advance(Duration.ofMinutes(20)).closesAs(HireStatus.ENDED);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void anObstacleAtTheContractBlindsNothingElse() {
    Story s = hired(Plans.canonical()).refuse("contract", IncidentCause.SCOPE_MISSING);
    s.deliver("m1");
    assertThat(s.incident(IncidentCause.SCOPE_MISSING).milestone()).isNull();

    s.mend().advance(Duration.ofMinutes(15)).closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents()).hasSize(1);
  }

  @Test
  void anOperatorsRetryGetsAFastTry() {
    Story s = story(Plans.single()).refuse("hire", IncidentCause.TOKEN_REJECTED).start();
    s.advanceHours(3).mend();
    String incident = s.incident(IncidentCause.TOKEN_REJECTED).id();
    s.resolve(IncidentCause.TOKEN_REJECTED, Resolution.RETRY);

    assertThat(s.pending("hire").createdAt()).isEqualTo(s.now());
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(i -> i.id().equals(incident) && i.resolution() == Resolution.RETRY);
  }

  @Test
  void aRetryThatMeetsTheSameObstacleIsAnOccurrenceOfItsOwn() {
    Story s = story(Plans.single()).refuse("hire", IncidentCause.TOKEN_REJECTED).start();
    s.resolve(IncidentCause.TOKEN_REJECTED, Resolution.RETRY);

    assertThat(s.openIncidents()).containsExactly(IncidentCause.TOKEN_REJECTED);
    assertThat(s.journal().incidents()).hasSize(2);
  }

  @Test
  void anAbortAtTheAskClosesTheHire() {
    Story s = story(Plans.single()).refuse("hire", IncidentCause.TOKEN_REJECTED).start();
    s.resolve(IncidentCause.TOKEN_REJECTED, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.journal().approvals()).isEmpty();
    assertThat(s.journal().incidents()).hasSize(1);
  }

  @Test
  void anotherObstacleTakesTheFirstOnesPlace() {
    Story s = story(Plans.single()).refuse("hire", IncidentCause.TOKEN_REJECTED, 2);
    s.refuse("hire", IncidentCause.SCOPE_MISSING, 2).start().closesAs(HireStatus.ENDED);

    assertThat(s.journal().incidents())
        .extracting(IncidentDocument::cause)
        .containsExactly(IncidentCause.TOKEN_REJECTED, IncidentCause.SCOPE_MISSING);
  }

  @Test
  void anObstacleAtAFundingThatPeopleDoInTheAppIsOver() {
    Story s = hired(Plans.canonical()).refuse("fund", IncidentCause.PAYMENT_METHOD_REQUIRED);
    s.paid("m1").fundInApp("m2");

    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void anOutageShowsAfterAboutTwoMinutesAndHeals() {
    Story s = story(Plans.single()).every("hire", Fate.NEVER_SENT).start();
    s.advance(Duration.ofSeconds(100));
    s.withoutIncidents();
    s.advance(Duration.ofSeconds(40));
    IncidentDocument outage = s.incident(IncidentCause.MARKETPLACE_UNREACHABLE);
    assertThat(outage.detail()).contains("has not answered for about two minutes");

    s.mend().closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> incident.resolution() == null);
    assertThat(s.approvals("hire")).hasSize(1);
  }

  @Test
  void aShortOutageIsNobodysBusiness() {
    Story s = story(Plans.canonical());
    for (String call : new String[] {"hire", "create", "fund", "release", "approval", "contract"}) {
      s.next(call, Fate.NEVER_SENT, 5);
    }
    s.start().closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.marketplace().approvals()).hasSize(6);
  }

  @Test
  void anAbortDuringAnOutageThatNothingLeftInClosesTheHire() {
    Story s = story(Plans.single()).every("hire", Fate.NEVER_SENT).start().advanceHours(1);
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
  }

  /** L7: a 429 is a refusal with its own cause and growing waits, never an outage. */
  @Test
  void l7TooManyCallsAreNeverToldAsAnOutage() {
    Story s = story(Plans.single()).every("hire", Fate.RATE_LIMITED).start();
    s.advance(Duration.ofSeconds(100));
    s.withoutIncidents();
    s.advance(Duration.ofSeconds(40));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.RATE_LIMITED);
    long before = s.sent("hire");
    s.advanceHours(1);
    assertThat(s.sent("hire") - before).isBetween(4L, 10L);

    s.mend().closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents()).hasSize(1);
  }

  @Test
  void eachStepHasAnIncidentOfItsOwn() {
    Story s = hired(Plans.overlapping());
    s.refuse("release m1", IncidentCause.TOKEN_REJECTED).decline("fund m2").decline("fund m3");
    s.deliver("m1");

    assertThat(s.openIncidents())
        .containsExactlyInAnyOrder(
            IncidentCause.APPROVAL_DECLINED,
            IncidentCause.APPROVAL_DECLINED,
            IncidentCause.TOKEN_REJECTED);
  }
}
