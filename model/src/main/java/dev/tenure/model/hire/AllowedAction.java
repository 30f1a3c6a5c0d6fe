package dev.tenure.model.hire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that the state of the hire allows now.
 *
 * @param target the milestone key or incident id that it is about, where there is one
 * @param choices the answers possible, for {@code resolve}
 */
public record AllowedAction(ActionKind action, @Nullable String target, List<Resolution> choices) {

  public AllowedAction {
    choices = List.copyOf(choices);
  }

  public static AllowedAction of(ActionKind action, @Nullable String target) {
    return new AllowedAction(action, target, List.of());
  }
}
