package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.model.Resolution;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The paths on which money could move twice, or unseen, if nobody took care. */
final class SafetyScenes {

  private SafetyScenes() {}

  static Map<String, Consumer<Stage>> all() {
    Map<String, Consumer<Stage>> scenes = new LinkedHashMap<>();
    scenes.put("slow-creation-in-doubt", SafetyScenes::slowCreationInDoubt);
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
}
