package dev.tenure.api.web.hires.action;

import dev.tenure.api.web.form.IdempotencyKeys;
import dev.tenure.api.web.page.Links;
import org.jspecify.annotations.Nullable;

/**
 * A button of a page.
 *
 * @param path where its form is sent to
 * @param question where it is asked whether it is meant, or nothing for what needs no question
 * @param key makes the command the same one when the form is sent twice
 */
public record ActionButton(
    String label,
    String path,
    String target,
    String choice,
    @Nullable String question,
    boolean ends,
    String key) {

  public static ActionButton of(String hireId, PageAction action) {
    String choice = action.choice() == null ? "" : action.choice().wire();
    String path = action.path(hireId);
    return new ActionButton(
        action.label(),
        path,
        action.target(),
        choice,
        action.asksFirst() ? path + query(action.target(), choice) : null,
        action.ends(),
        IdempotencyKeys.next());
  }

  /** The same command as one that was sent before. */
  public ActionButton withKey(String same) {
    return new ActionButton(label, path, target, choice, question, ends, same);
  }

  private static String query(String target, String choice) {
    String query = target.isEmpty() ? "" : "?target=" + Links.encoded(target);
    return choice.isEmpty() ? query : query + "&choice=" + choice;
  }
}
