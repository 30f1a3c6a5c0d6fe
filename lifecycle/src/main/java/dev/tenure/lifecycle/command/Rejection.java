package dev.tenure.lifecycle.command;

import dev.tenure.model.hire.AllowedAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command is refused.
 *
 * @param words what forbids it, for people
 * @param allowedActions what the state allows instead
 * @param code set where it is not the state that forbids it, e.g. {@link #VERSION_CONFLICT}
 */
public record Rejection(String words, List<AllowedAction> allowedActions, @Nullable String code) {

  /** The hire has changed since the version that the command was made from. */
  public static final String VERSION_CONFLICT = "version_conflict";

  /** The terms have changed since the person saw them. */
  public static final String TERMS_CHANGED = "terms_changed";

  /** Whoever began the hire may not decide its approvals. */
  public static final String SELF_APPROVAL = "self_approval";

  /**
   * The hire knows no such approval or incident. Where the journal shows it, the hire does not know
   * it yet: a record can be read a moment before the step that made it is committed, and that step
   * may have to be made anew.
   */
  public static final String UNKNOWN_SUBJECT = "unknown_subject";

  public Rejection {
    allowedActions = List.copyOf(allowedActions);
  }
}
