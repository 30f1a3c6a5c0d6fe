package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The paths of hires that people carry on in the app while something holds or waits here. */
final class AppScenes {
  private AppScenes() {}

  static Map<String, Consumer<Stage>> all() {
    Map<String, Consumer<Stage>> scenes = new LinkedHashMap<>();
    scenes.put("funded-in-the-app-while-declined", AppScenes::fundedWhileDeclined);
    scenes.put("funded-in-the-app-under-an-obstacle", AppScenes::fundedUnderAnObstacle);
    scenes.put("cancelled-in-the-app-while-pending", AppScenes::cancelledWhilePending);
    scenes.put("cancelled-in-the-app-while-paused", AppScenes::cancelledWhilePaused);
    scenes.put("ended-in-the-app-while-held", AppScenes::endedWhileHeld);
    scenes.put("ended-over-held-terms", AppScenes::endedOverHeldTerms);
    scenes.put("out-of-sight-and-back", AppScenes::outOfSightAndBack);
    scenes.put("abort-lifts-a-pause", AppScenes::abortLiftsAPause);
    scenes.put("asked-again-above-the-cap", AppScenes::askedAgainAboveTheCap);
    return scenes;
  }

  private static void fundedWhileDeclined(Stage stage) {
    declined(stage);
    stage.market.world.status("mst_2", "ACTIVE_FUNDED");
    stage.market.ringMilestone("mst_2", "ACTIVE_FUNDED");
    stage.until("m2", MilestoneState.FUNDED);
    stage.command("end", "k1");
    stage.finish();
  }

  private static void fundedUnderAnObstacle(Stage stage) {
    underAnObstacle(stage, "request-funding");
    stage.market.world.status("mst_2", "ACTIVE_FUNDED");
    stage.market.ringMilestone("mst_2", "ACTIVE_FUNDED");
    stage.until("m2", MilestoneState.FUNDED);
    stage.command("end", "k1");
    stage.finish();
  }

  private static void cancelledWhilePending(Stage stage) {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until(() -> stage.journal.approvals.containsKey("apr_3"));
    stage.market.world.cancel("mst_2");
    stage.market.ringMilestone("mst_2", "CANCELLED");
    stage.resolve(stage.awaitIncident(IncidentCause.MILESTONE_GONE), Resolution.SKIP);
    stage.finish();
  }

  private static void cancelledWhilePaused(Stage stage) {
    stage.market.duringNext("create-milestone m2", () -> stage.command("pause", "k1"));
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.CREATED);
    stage.market.world.cancel("mst_2");
    stage.market.ringMilestone("mst_2", "CANCELLED");
    stage.awaitIncident(IncidentCause.MILESTONE_GONE);
  }

  private static void endedWhileHeld(Stage stage) {
    declined(stage);
    stage.market.world.end();
    stage.finish();
  }

  private static void endedOverHeldTerms(Stage stage) {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("400.00")).nobodyDelivers();
    stage.start(Plans.single(Plans.onEditedTerms(EditedTerms.HOLD), null));
    stage.awaitIncident(IncidentCause.TERMS_EDITED);
    stage.pass(Duration.ofHours(20));
    stage.command("end", "k1");
    stage.finish();
  }

  private static void outOfSightAndBack(Stage stage) {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.hide(FakeWorld.CONTRACT);
    stage.market.ringContract();
    stage.awaitIncident(IncidentCause.NOT_FOUND);
    stage.pass(Duration.ofHours(3));
    stage.market.world.show(FakeWorld.CONTRACT);
    stage.market.world.deliver("mst_1");
    stage.finish();
  }

  private static void abortLiftsAPause(Stage stage) {
    IncidentDocument obstacle = underAnObstacle(stage, "request-funding");
    stage.command("pause", "k1");
    stage.pass(Duration.ofMinutes(20));
    stage.resolve(obstacle, Resolution.ABORT);
    stage.finish();
  }

  private static void askedAgainAboveTheCap(Stage stage) {
    IncidentDocument declined = declined(stage);
    stage.market.world.addForeign(Money.usd("300.00"));
    stage.market.ringContract();
    stage.until(() -> stage.journal.milestones.size() == 4);
    stage.resolve(declined, Resolution.RETRY);
    stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
  }

  private static IncidentDocument declined(Stage stage) {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
    stage.start(Plans.canonical());
    return stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
  }

  private static IncidentDocument underAnObstacle(Stage stage, String call) {
    stage.market.script.obstacle(
        call, 1000, Scenes.obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
    stage.start(Plans.canonical());
    return stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);
  }
}
