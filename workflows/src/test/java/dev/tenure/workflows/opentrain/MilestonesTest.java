package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.hire.MilestoneCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Milestones under command: funded on request, added, dropped, released one by one. */
class MilestonesTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aMilestoneOnRequestWaitsForItsCommandAndTheEndWaitsForIt() {
    stage.start(Plans.onRequest());
    stage.until("m1", MilestoneState.PAID);
    stage.pass(Duration.ofDays(3));
    assertThat(stage.market.count("create-milestone")).isZero();
    assertThat(stage.market.count("request-end")).isZero();
    assertThat(stage.journal.hire().waitingFor())
        .singleElement()
        .matches(w -> w.kind() == WaitKind.COMMAND && "m2".equals(w.milestone()));

    stage.command("fund", "k1", new MilestoneCommand("m2"));

    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd("700.00"));
  }

  @Test
  void aHireThatWaitsOnlyForAFundCommandStillSeesItsContractEnd() {
    stage.start(Plans.onRequest());
    stage.until("m1", MilestoneState.PAID);
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void theEndByCommandDoesNotWaitForAMilestoneOnRequest() {
    stage.start(Plans.onRequest());
    stage.until("m1", MilestoneState.PAID);
    stage.command("end", "k1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("create-milestone")).isZero();
  }

  @Test
  void onlyAMilestoneOnRequestIsFundedByCommandAndOnlyOnce() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.onRequest());
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("fund", "k1", new MilestoneCommand("m2"));
    stage.command("fund", "k1", new MilestoneCommand("m2"));

    assertThat(stage.refusal("fund", "k2", new MilestoneCommand("m2")).words())
        .startsWith("Milestone m2 cannot be funded by command now");
    assertThat(stage.refusal("fund", "k3", new MilestoneCommand("m1")).words())
        .startsWith("Milestone m1 cannot be funded by command now");
    stage.until("m2", MilestoneState.AWAITING_FUNDING);
    assertThat(stage.market.count("request-funding")).isEqualTo(1);
  }

  @Test
  void anAddedMilestoneRunsBesideTheOthers() {
    stage.market.script.on(
        ApprovalKind.MILESTONE_APPROVE, Decision.confirmAfter(Duration.ofDays(1)));
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    stage.command("add-milestone", "k1", add("m2", FundRule.atStart()));
    stage.until("m2", MilestoneState.PAID);
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.AWAITING_RELEASE);

    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd("550.00"));
    assertThat(stage.journal.summaries("milestone.added"))
        .containsExactly("Milestone m2 (Batch m2) of $100.00 was added.");
  }

  @Test
  void aMilestoneMayBeAddedBeforeTheContract() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.confirmAfter(Duration.ofDays(1)));
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.command("add-milestone", "k1", add("m2", FundRule.afterPaid("m1")));

    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd("550.00"));
  }

  @Test
  void anAdditionThatMakesNoSenseIsRefusedInWords() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);

    assertThat(words("k1", add("m1", FundRule.atStart())))
        .isEqualTo("There is a milestone m1 already: choose another key.");
    assertThat(words("k2", add("m2", FundRule.afterPaid("m7"))))
        .isEqualTo("fund.after names m7, which is no milestone of this hire.");
    assertThat(words("k3", add("m2", FundRule.afterPaid("m2"))))
        .isEqualTo("Milestone m2 cannot come after itself.");
    assertThat(words("k4", add("m2", new FundRule(FundWhen.AFTER_PAID, null))))
        .isEqualTo("fund.after goes with after_paid, and only with it.");
    assertThat(words("k5", new AddMilestoneCommand(priced(Money.ofMinor(5, "USDC")))))
        .isEqualTo("amount must be in USD, as the whole hire is.");
    assertThat(words("k6", new AddMilestoneCommand(priced(Money.usd("0.00")))))
        .isEqualTo("amount must be more than zero.");
    stage.command("end", "k7");
    assertThat(words("k8", add("m2", FundRule.atStart()))).startsWith("No milestone can be added");
  }

  @Test
  void aDroppedMilestoneLeavesItsPlaceToWhatCameAfterIt() {
    stage.market.script.on(
        ApprovalKind.MILESTONE_APPROVE, Decision.confirmAfter(Duration.ofDays(1)));
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    stage.command("drop-milestone", "k1", new MilestoneCommand("m2"));

    MilestoneDocument m3 = relinked("m3");
    assertThat(m3.fund()).isEqualTo(FundRule.afterPaid("m1"));
    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd("550.00"));
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(stage.journal.milestone("m2").milestoneId()).isNull();
    assertThat(stage.market.count("create-milestone")).isEqualTo(1);
  }

  @Test
  void aMilestoneDroppedAfterItsCreationStaysUnfundedOverThere() {
    stage.market.duringNext("create-milestone", () -> stage.command("pause", "k1"));
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.CREATED);
    stage.command("drop-milestone", "k2", new MilestoneCommand("m2"));
    stage.command("resume", "k3");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(stage.journal.milestone("m2").milestoneId()).isEqualTo("mst_2");
    assertThat(stage.market.count("request-funding mst_2")).isZero();
    assertThat(stage.journal.summaries("milestone.dropped"))
        .containsExactly(
            "Milestone m2 (Batch m2) was dropped; it was created already and stays unfunded on"
                + " the marketplace.");
  }

  @Test
  void aBudgetThatIsEnoughWithoutTheDroppedMilestonesClosesItsIncident() {
    stage.start(Plans.with(Policies.DEFAULT, Money.usd("600.00")));
    IncidentDocument incident = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    assertThat(incident.milestone()).isEqualTo("m2");
    stage.command("drop-milestone", "k1", new MilestoneCommand("m2"));
    stage.command("drop-milestone", "k2", new MilestoneCommand("m3"));

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
    assertThat(stage.market.count("request-funding")).isZero();
  }

  @Test
  void aDropDuringTheCreationLeavesTheMilestoneUnfunded() {
    stage.market.duringNext(
        "create-milestone",
        () -> stage.command("drop-milestone", "k1", new MilestoneCommand("m2")));
    HirePlan plan =
        Plans.of(
            Policies.DEFAULT,
            null,
            List.of(Plans.first(), Plans.milestone("m2", "250.00", FundRule.atStart())));
    stage.run(plan);

    MilestoneDocument dropped = stage.journal.milestone("m2");
    assertThat(dropped.state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(dropped.milestoneId()).isEqualTo("mst_2");
    assertThat(stage.journal.eventTypes()).contains("milestone.left_unfunded");
    assertThat(stage.market.count("request-funding")).isZero();
  }

  @Test
  void aDropEndsTheDoubtAboutItsCreation() {
    stage.market.script.unanswered("create-milestone", 1);
    stage.start(Plans.canonical());
    stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
    stage.command("drop-milestone", "k1", new MilestoneCommand("m2"));

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.calls.stream().filter("create-milestone m2"::equals)).hasSize(1);
    assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
  }

  @Test
  void aDroppedMilestoneThatPeopleFundInTheAppIsTakenUpAgain() {
    stage.market.script.nobodyDelivers();
    stage.market.duringNext(
        "create-milestone",
        () -> stage.command("drop-milestone", "k1", new MilestoneCommand("m2")));
    HirePlan plan =
        Plans.of(
            Plans.end(EndRule.ON_REQUEST),
            null,
            List.of(Plans.first(), Plans.milestone("m2", "250.00", FundRule.atStart())));
    stage.start(plan);
    stage.until(() -> stage.journal.eventTypes().contains("milestone.left_unfunded"));
    stage.market.world.status("mst_2", "ACTIVE_FUNDED");
    stage.market.ringContract();
    stage.until("m2", MilestoneState.FUNDED);
    stage.market.world.deliver("mst_2");
    stage.market.ringContract();

    stage.until("m2", MilestoneState.PAID);
    assertThat(stage.market.count("request-release mst_2")).isEqualTo(1);
  }

  @Test
  void theFirstMilestoneAndOneThatIsAskedForAreNotDropped() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.AWAITING_FUNDING);

    assertThat(stage.refusal("drop-milestone", "k1", new MilestoneCommand("m1")).words())
        .isEqualTo("The first milestone cannot be dropped: the hire itself funds it.");
    assertThat(stage.refusal("drop-milestone", "k2", new MilestoneCommand("m2")).words())
        .isEqualTo("Milestone m2 cannot be dropped now: it is awaiting_funding.");
  }

  @Test
  void aMilestonesOwnReleaseRuleGoesBeforeThePolicy() {
    MilestonePlan first = Plans.first();
    MilestonePlan held =
        new MilestonePlan(
            "m1",
            first.name(),
            first.description(),
            first.amount(),
            null,
            first.fund(),
            ReleaseRule.ON_REQUEST,
            null);
    stage.start(
        Plans.of(
            Policies.DEFAULT,
            null,
            List.of(held, Plans.milestone("m2", "250.00", FundRule.atStart()))));
    stage.until("m2", MilestoneState.PAID);
    stage.pass(Duration.ofDays(2));
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.DELIVERED);
    assertThat(stage.journal.hire().waitingFor())
        .singleElement()
        .matches(w -> w.kind() == WaitKind.COMMAND && "m1".equals(w.milestone()));

    stage.command("release", "k1", new MilestoneCommand("m1"));
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void workThatWaitsForItsReleaseCommandMayBePaidOrEndedInTheApp() {
    stage.start(
        Plans.of(
            Plans.release(ReleaseRule.ON_REQUEST),
            null,
            List.of(Plans.first(), Plans.milestone("m2", "250.00", FundRule.atStart()))));
    stage.until("m1", MilestoneState.DELIVERED);
    stage.until("m2", MilestoneState.DELIVERED);
    stage.market.world.status("mst_1", "PAID");
    stage.market.ringContract();
    stage.until("m1", MilestoneState.PAID);
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-release")).isZero();
  }

  private MilestoneDocument relinked(String key) {
    stage.until(() -> stage.journal.eventTypes().contains("milestone.dropped"));
    return stage.journal.milestone(key);
  }

  private String words(String key, AddMilestoneCommand command) {
    return stage.refusal("add-milestone", key, command).words();
  }

  private static AddMilestoneCommand add(String key, FundRule fund) {
    return new AddMilestoneCommand(Plans.milestone(key, "100.00", fund));
  }

  private static MilestonePlan priced(Money amount) {
    return new MilestonePlan("m2", "Batch", null, amount, null, FundRule.atStart());
  }
}
