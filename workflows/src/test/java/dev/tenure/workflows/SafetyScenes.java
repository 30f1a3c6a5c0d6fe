package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.Money;
import dev.tenure.model.Resolution;
import java.time.Duration;
import java.util.LinkedHashMap;
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
    return scenes;
  }

  private static void slowCreationInDoubt(Stage stage) {
    stage.market.script.obstacle(
        "create-milestone m2", 1000, Scenes.obstacle(IncidentCause.SCOPE_MISSING));
    stage.start(Plans.canonical());
    stage.awaitIncident(IncidentCause.SCOPE_MISSING);
    stage.market.script.clear();
    stage.market.script.obstacle(
        "create-milestone m2", 1, Scenes.obstacle(IncidentCause.MILESTONE_IN_DOUBT));
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
