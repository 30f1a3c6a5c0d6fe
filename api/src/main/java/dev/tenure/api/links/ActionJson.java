package dev.tenure.api.links;

import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.Resolution;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be commanded now, and how.
 *
 * @param milestone key of the milestone that it is about
 * @param incidentId the incident that it is about
 * @param choices the actions possible in the body
 */
@Serdeable
@Schema(name = "AllowedAction")
public record ActionJson(
    @Schema(implementation = ActionKind.class) String action,
    @Nullable String milestone,
    @Nullable String incidentId,
    @Schema(example = "POST") String method,
    String href,
    List<String> choices) {

  public static List<ActionJson> of(String hireId, List<AllowedAction> actions) {
    return actions.stream().map(action -> of(hireId, action)).toList();
  }

  private static ActionJson of(String hireId, AllowedAction allowed) {
    ActionKind kind = allowed.action();
    String target = allowed.target();
    String self = Paths.hire(hireId);
    return switch (kind) {
      case ADD_MILESTONE ->
          new ActionJson(kind.wire(), null, null, "POST", self + "/milestones", List.of());
      case DROP ->
          new ActionJson(
              kind.wire(), target, null, "DELETE", self + "/milestones/" + target, List.of());
      case CHANGE -> new ActionJson(kind.wire(), null, null, "PATCH", self, List.of());
      case RELEASE, FUND, DISPUTE ->
          new ActionJson(
              kind.wire(),
              target,
              null,
              "POST",
              self + "/milestones/" + target + "/" + kind.wire(),
              List.of());
      case END, CANCEL, PAUSE, RESUME ->
          new ActionJson(kind.wire(), null, null, "POST", self + "/" + kind.wire(), List.of());
      case RESOLVE ->
          new ActionJson(
              kind.wire(),
              null,
              target,
              "POST",
              self + "/incidents/" + target + "/resolve",
              allowed.choices().stream().map(Resolution::wire).toList());
    };
  }
}
