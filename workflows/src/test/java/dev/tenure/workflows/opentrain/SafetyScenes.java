package dev.tenure.workflows.opentrain;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The paths on which money could move twice, or unseen, if nobody took care. */
final class SafetyScenes {

  private SafetyScenes() {}

  static Map<String, Consumer<Stage>> all() {
    Map<String, Consumer<Stage>> scenes = new LinkedHashMap<>();
    scenes.put("creation-in-doubt-while-held", SafetyScenes::slowCreationInDoubt);
    scenes.put("replaced-but-hired-in-the-app", SafetyScenes::replacedButHiredInTheApp);
    scenes.put("cancelled-but-hired-in-the-app", SafetyScenes::cancelledButHiredInTheApp);
    scenes.put("funded-in-the-app-and-so-expired", SafetyScenes::fundedInTheAppAndSoExpired);
    scenes.put("copied-with-its-tag", SafetyScenes::copiedWithItsTag);
    return scenes;
  }

  private static void fundedInTheAppAndSoExpired(Stage stage) {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.with(Plans.onExpired(new RefusalPolicy(0, Then.CLOSE))));
    stage.until(() -> stage.journal.approvals.containsKey("apr_3"));
    stage.market.world.status("mst_2", "ACTIVE_FUNDED");
    stage.market.world.deliver("mst_2");
    stage.market.decide("apr_3", Decision.of("expired"));
    stage.finish();
  }

  private static void copiedWithItsTag(Stage stage) {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.overlapping());
    stage.until("m3", MilestoneState.FUNDED);
    stage.until("m2", MilestoneState.FUNDED);
    stage.market.world.copy("mst_2", Money.usd("900.00"));
    for (String milestone : List.of("mst_1", "mst_2", "mst_3")) {
      stage.market.world.deliver(milestone);
    }
    stage.market.ringContract();
    stage.finish();
  }

  private static void slowCreationInDoubt(Stage stage) {
    stage.market.script.obstacle(
        "create-milestone m2", 1000, Scenes.obstacle(IncidentCause.SCOPE_MISSING));
    stage.start(Plans.canonical());
    stage.awaitIncident(IncidentCause.SCOPE_MISSING);
    stage.market.script.clear();
    stage.market.script.unanswered("create-milestone m2", 1);
    stage.resolve(stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT), Resolution.RETRY);
    stage.finish();
  }

  private static void replacedButHiredInTheApp(Stage stage) {
    pending(stage);
    stage.market.world.hire("Batch m1", Money.usd("450.00"));
    stage.market.world.deliver("mst_1");
    stage.market.replace("apr_1");
    stage.finish();
  }

  private static void cancelledButHiredInTheApp(Stage stage) {
    pending(stage);
    stage.command("cancel", "k1");
    stage.market.world.hire("Batch m1", Money.usd("450.00"));
    stage.market.replace("apr_1");
    stage.finish();
  }

  private static void pending(Stage stage) {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.pass(Duration.ofMinutes(1));
  }
}
