package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the requester changes under way: budget, policies, labels, and the first milestone before it
 * is hired.
 */
class ChangeTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aRaisedBudgetClosesItsIncidentByItself() {
    stage.start(Plans.with(Policies.DEFAULT, Money.usd("600.00")));
    stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    RecordBatch answer = change("k1", terms(Money.usd("1000.00"), Policies.DEFAULT), null);

    assertThat(answer.hire().money().cap()).isEqualTo(Money.usd("1000.00"));
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents.values())
        .hasSize(1)
        .allMatch(incident -> !incident.open() && incident.resolution() == null);
    assertThat(stage.journal.summaries("hire.changed"))
        .containsExactly(
            "Changed: the budget from $600.00 to $1000.00, the labels, the reference.");
  }

  @Test
  void aBudgetBelowWhatIsCommittedOrAskedForIsRefused() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.AWAITING_FUNDING);
    stage.until(() -> stage.journal.approvals.containsKey("apr_3"));

    Refusal refusal =
        stage.refusal("change", "k1", command(terms(Money.usd("700.00"), Policies.DEFAULT), null));
    assertThat(refusal.words())
        .isEqualTo(
            "The budget cannot go below $779.95: so much is committed or asked for, with fees.");
    assertThat(
            change("k2", terms(Money.usd("779.95"), Policies.DEFAULT), null).hire().money().cap())
        .isEqualTo(Money.usd("779.95"));
  }

  @Test
  void aChangeMadeFromAnotherVersionIsRefusedAsAConflict() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    ChangeCommand old = command(terms(null, Policies.DEFAULT), null);
    stage.command("pause", "k1");

    Refusal refusal = stage.refusal("change", "k2", old);
    assertThat(refusal.code()).isEqualTo(Refusal.VERSION_CONFLICT);
    assertThat(refusal.words()).contains("by now");
  }

  @Test
  void labelsAndReferenceAreShownAndLeaveNoTraceInTheEvents() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    HireTerms terms = new HireTerms("REQ-7", Map.of("owner", "nobody"), null, Policies.DEFAULT);
    change("k1", terms, null);
    stage.pass(Duration.ofMinutes(1));

    assertThat(stage.journal.hire().terms()).isEqualTo(terms);
    assertThat(stage.journal.summaries("hire.changed"))
        .containsExactly("Changed: the labels, the reference.");
  }

  @Test
  void aChangedReleaseRuleReachesWorkThatWasDeliveredBefore() {
    stage.start(Plans.single(Plans.release(ReleaseRule.ON_REQUEST), null));
    stage.until("m1", MilestoneState.DELIVERED);
    change("k1", terms(null, Plans.release(ReleaseRule.ON_DELIVERY)), null);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void otherTermsForTheHireReplaceThePendingApprovalWithoutAnIncident() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    change("k1", terms(Money.usd("1000.00"), Policies.DEFAULT), first("300.00"));

    HireDocument end = stage.finish();
    assertThat(end.status()).isEqualTo(HireStatus.ENDED);
    assertThat(end.money().paid()).isEqualTo(Money.usd("650.00"));
    assertThat(stage.journal.incidents).isEmpty();
    assertThat(stage.journal.approval("apr_1").status()).isEqualTo(ApprovalStatus.SUPERSEDED);
    assertThat(stage.journal.approval("apr_2").amount()).isEqualTo(Money.usd("300.00"));
    assertThat(stage.market.count("request-hire")).isEqualTo(2);
  }

  @Test
  void aPersonWhoConfirmsTheOldTermsInThatInstantIsTakenAtTheirWord() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore()).nobodyDelivers();
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.market.duringNext(
        "request-hire",
        () -> stage.market.decide("apr_1", Decision.confirmSilently(Duration.ZERO)));
    change("k1", terms(null, Policies.DEFAULT), first("300.00"));
    stage.until("m1", MilestoneState.FUNDED);

    assertThat(stage.journal.approval("apr_1").status()).isEqualTo(ApprovalStatus.CONFIRMED);
    assertThat(stage.journal.milestone("m1").amount()).isEqualTo(Money.usd("450.00"));
    assertThat(stage.market.world.approvalCount()).isEqualTo(1);
  }

  @Test
  void aPersonWhoDeclinesTheOldTermsJustBeforeIsNotAskedAgainWithoutAWord() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.market.world.decide(
        "apr_1", "declined", Instant.ofEpochMilli(stage.env.currentTimeMillis()));
    change("k1", terms(null, Policies.DEFAULT), first("300.00"));

    IncidentDocument declined = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
    stage.resolve(declined, Resolution.RETRY);
    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd("300.00"));
  }

  @Test
  void aChangeWhileTheHireIsBeingAskedForIsAskedForNext() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.market.duringNext("request-hire", () -> changeAtOnce("k1", first("300.00")));
    stage.start(Plans.single());

    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd("300.00"));
    assertThat(stage.journal.incidents).isEmpty();
    assertThat(stage.market.count("request-hire")).isEqualTo(2);
  }

  @Test
  void duringAPauseTheOldApprovalStandsAndIsReplacedAfterIt() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.command("pause", "k1");
    change("k2", terms(null, Policies.DEFAULT), first("300.00"));
    stage.pass(Duration.ofHours(3));
    assertThat(stage.market.count("request-hire")).isEqualTo(1);

    stage.command("resume", "k3");
    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd("300.00"));
  }

  @Test
  void theTermsOfAContractThatStandsAreNotChanged() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);

    assertThat(
            stage
                .refusal("change", "k1", command(terms(null, Policies.DEFAULT), first("300.00")))
                .words())
        .isEqualTo("The first milestone cannot be changed any more: it is hired already.");
  }

  @Test
  void aBudgetBelowTheHireItselfIsRefusedBeforeTheContract() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));

    assertThat(
            stage
                .refusal(
                    "change", "k1", command(terms(Money.usd("400.00"), Policies.DEFAULT), null))
                .words())
        .startsWith("The budget cannot go below $504.95");
    change("k2", terms(null, Policies.DEFAULT), first("300.00"));
    stage.until(() -> stage.journal.approvals.containsKey("apr_2"));
    assertThat(change("k3", terms(Money.usd("400.00"), Policies.DEFAULT), null).hire().terms())
        .isEqualTo(terms(Money.usd("400.00"), Policies.DEFAULT));
    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd("300.00"));
  }

  private void changeAtOnce(String key, MilestonePlan first) {
    change(key, terms(null, Policies.DEFAULT), first);
  }

  private RecordBatch change(String key, HireTerms terms, @Nullable MilestonePlan first) {
    return stage.command("change", key, command(terms, first));
  }

  private ChangeCommand command(HireTerms terms, @Nullable MilestonePlan first) {
    RecordBatch now = stage.stub().query("hire", RecordBatch.class);
    return new ChangeCommand(
        now.hire().version(), terms, first == null ? List.of() : List.of(first));
  }

  private static HireTerms terms(@Nullable Money cap, Policies policies) {
    return new HireTerms(null, Map.of(), cap, policies);
  }

  private static MilestonePlan first(String amount) {
    return Plans.milestone("m1", amount, Plans.first().fund());
  }

  @Test
  void aFirstMilestoneThatAloneCostsMoreThanTheBudgetIsRefused() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));

    Refusal refusal =
        stage.refusal(
            "change",
            "k1",
            command(terms(Money.usd("1000.00"), Policies.DEFAULT), first("5000.00")));
    assertThat(refusal.words())
        .startsWith("The first milestone would cost $5")
        .contains("above the budget of $1000.00", "raise budget.cap");
    stage.pass(Duration.ofHours(1));
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void theBudgetCannotGoBelowAnAskThatAnObstacleHolds() {
    stage.market.script.obstacle(
        "request-funding", 1000, Scenes.obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
    stage.start(Plans.canonical());
    stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);

    assertThat(
            stage
                .refusal(
                    "change", "k1", command(terms(Money.usd("700.00"), Policies.DEFAULT), null))
                .words())
        .startsWith("The budget cannot go below $779.95");
  }
}
