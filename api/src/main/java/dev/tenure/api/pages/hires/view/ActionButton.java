package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.form.IdempotencyKeys;
import dev.tenure.api.pages.shared.Links;
import org.jspecify.annotations.Nullable;

/**
 * A button of a page.
 *
 * @param key makes the command the same one when the form is sent twice
 */
public record ActionButton(String hireId, PageAction action, String key) {

  public static ActionButton of(String hireId, PageAction action) {
    return new ActionButton(hireId, action, IdempotencyKeys.next());
  }

  /** Where its form is sent to. */
  public String path() {
    return action.path(hireId);
  }

  /** Where it is asked whether it is meant, or nothing for what needs no question. */
  public @Nullable String question() {
    if (!action.asksFirst()) {
      return null;
    }
    String target = action.target().isEmpty() ? "" : "?target=" + Links.encoded(action.target());
    return path() + (choice().isEmpty() ? target : target + "&choice=" + choice());
  }

  /** The answer to an incident; empty for everything else. */
  public String choice() {
    return action.choice() == null ? "" : action.choice().wire();
  }
}
