package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.model.hire.AllowedAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was refused, as the details of an {@code ApplicationFailure} of type {@link #TYPE}.
 *
 * @param words what forbids it, for people
 * @param allowedActions what the state allows instead
 * @param code set where it is not the state that forbids it, e.g. {@link #VERSION_CONFLICT}
 */
public record Refusal(String words, List<AllowedAction> allowedActions, @Nullable String code) {

  /** The failure type that carries a refusal. */
  public static final String TYPE = "not_allowed";

  /** The hire has changed since the version that the command was made from. */
  public static final String VERSION_CONFLICT = "version_conflict";

  /** The hire does not know, or does not know yet, the approval or incident that is named. */
  public static final String UNKNOWN_SUBJECT = Rejection.UNKNOWN_SUBJECT;

  /** A refusal by the state of the hire. */
  public Refusal(String words, List<AllowedAction> allowedActions) {
    this(words, allowedActions, null);
  }

  public Refusal {
    allowedActions = List.copyOf(allowedActions);
  }
}
