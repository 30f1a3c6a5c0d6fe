package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.MilestoneCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The paths of hires that are steered under way. */
final class SteeredScenes {

  private SteeredScenes() {}

  static Map<String, Consumer<Stage>> all() {
    Map<String, Consumer<Stage>> scenes = new LinkedHashMap<>();
    scenes.put("funded-on-request", SteeredScenes::fundedOnRequest);
    scenes.put("milestone-added", SteeredScenes::milestoneAdded);
    scenes.put("milestone-dropped", SteeredScenes::milestoneDropped);
    scenes.put("dropped-while-created", SteeredScenes::droppedWhileCreated);
    scenes.put("paused-and-resumed", SteeredScenes::pausedAndResumed);
    scenes.put("paused-under-an-obstacle", SteeredScenes::pausedUnderAnObstacle);
    scenes.put("cancelled-by-command", SteeredScenes::cancelledByCommand);
    scenes.put("cancelled-but-confirmed", SteeredScenes::cancelledButConfirmed);
    scenes.put("changed-before-the-contract", SteeredScenes::changedBeforeTheContract);
    scenes.put("changed-too-late", SteeredScenes::changedTooLate);
    scenes.put("budget-raised", SteeredScenes::budgetRaised);
    return scenes;
  }

  private static void fundedOnRequest(Stage stage) {
    stage.start(Plans.onRequest());
    stage.until("m1", MilestoneState.PAID);
    stage.pass(Duration.ofHours(30));
    stage.command("fund", "k1", new MilestoneCommand("m2"));
    stage.finish();
  }

  private static void milestoneAdded(Stage stage) {
    slowRelease(stage);
    stage.command(
        "add-milestone",
        "k1",
        new AddMilestoneCommand(Plans.milestone("m2", "100.00", FundRule.afterPaid("m1"))));
    stage.finish();
  }

  private static void milestoneDropped(Stage stage) {
    stage.market.script.on(
        ApprovalKind.MILESTONE_APPROVE, Decision.confirmAfter(Duration.ofHours(5)));
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    stage.command("drop-milestone", "k1", new MilestoneCommand("m2"));
    stage.finish();
  }

  private static void droppedWhileCreated(Stage stage) {
    stage.market.duringNext(
        "create-milestone m2",
        () -> stage.command("drop-milestone", "k1", new MilestoneCommand("m2")));
    stage.run(Plans.overlapping());
  }

  private static void pausedAndResumed(Stage stage) {
    slowRelease(stage);
    stage.command("pause", "k1");
    stage.until("m1", MilestoneState.PAID);
    stage.pass(Duration.ofHours(30));
    stage.command("resume", "k2");
    stage.finish();
  }

  private static void pausedUnderAnObstacle(Stage stage) {
    stage.market.script.obstacle(
        "request-funding", 1000, Scenes.obstacle(IncidentCause.TOKEN_REJECTED));
    stage.start(Plans.canonical());
    stage.awaitIncident(IncidentCause.TOKEN_REJECTED);
    stage.command("pause", "k1");
    stage.pass(Duration.ofHours(1));
    stage.market.script.clear();
    stage.command("resume", "k2");
    stage.finish();
  }

  private static void cancelledByCommand(Stage stage) {
    undecided(stage, Decision.ignore());
    stage.command("cancel", "k1");
    stage.finish();
  }

  private static void cancelledButConfirmed(Stage stage) {
    stage.market.script.on(ApprovalKind.CONTRACT_END, Decision.decline());
    undecided(stage, Decision.confirmAfter(Duration.ofHours(5)));
    stage.command("cancel", "k1");
    stage.resolve(stage.awaitIncident(IncidentCause.APPROVAL_DECLINED), Resolution.RETRY);
    stage.finish();
  }

  private static void changedBeforeTheContract(Stage stage) {
    undecided(stage, Decision.ignore());
    change(stage, null, Plans.milestone("m1", "300.00", FundRule.atStart()));
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("end", "k2");
    stage.finish();
  }

  private static void changedTooLate(Stage stage) {
    undecided(stage, Decision.ignore());
    stage.market.duringNext(
        "request-hire",
        () -> stage.market.decide("apr_1", Decision.confirmSilently(Duration.ZERO)));
    change(stage, null, Plans.milestone("m1", "300.00", FundRule.atStart()));
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("end", "k2");
    stage.finish();
  }

  private static void budgetRaised(Stage stage) {
    stage.start(Plans.with(Policies.DEFAULT, Money.usd("600.00")));
    stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    change(stage, Money.usd("1000.00"), null);
    stage.finish();
  }

  private static void slowRelease(Stage stage) {
    stage.market.script.on(
        ApprovalKind.MILESTONE_APPROVE, Decision.confirmAfter(Duration.ofHours(5)));
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
  }

  private static void undecided(Stage stage, Decision later) {
    stage.market.script.nobodyDelivers().on(ApprovalKind.PROPOSAL_HIRE, later);
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
  }

  private static void change(Stage stage, @Nullable Money cap, @Nullable MilestonePlan first) {
    long version = stage.stub().query("hire", RecordBatch.class).hire().version();
    HireTerms terms = new HireTerms("REQ-118", Map.of("team", "vision"), cap, Policies.DEFAULT);
    stage.command(
        "change",
        "k1",
        new ChangeCommand(version, terms, first == null ? List.of() : List.of(first)));
  }
}
