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
    String milestone = self + "/milestones/" + target;
    return switch (kind) {
      case ADD_MILESTONE -> of(kind, null, "POST", self + "/milestones");
      case DROP -> of(kind, target, "DELETE", milestone);
      case CHANGE -> of(kind, null, "PATCH", self);
      case RELEASE, FUND, DISPUTE -> of(kind, target, "POST", milestone + "/" + kind.wire());
      case END, CANCEL, PAUSE, RESUME -> of(kind, null, "POST", self + "/" + kind.wire());
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

  private static ActionJson of(
      ActionKind kind, @Nullable String milestone, String method, String href) {
    return new ActionJson(kind.wire(), milestone, null, method, href, List.of());
  }
}
