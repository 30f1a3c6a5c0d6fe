package dev.tenure.workflows;

import dev.tenure.model.AllowedAction;
import java.util.List;

/**
 * Why a command was refused, as the details of an {@code ApplicationFailure} of type {@link #TYPE}.
 *
 * @param words what forbids it, for people
 * @param allowedActions what the state allows instead
 */
public record Refusal(String words, List<AllowedAction> allowedActions) {

  /** The failure type that carries a refusal. */
  public static final String TYPE = "not_allowed";

  public Refusal {
    allowedActions = List.copyOf(allowedActions);
  }
}
