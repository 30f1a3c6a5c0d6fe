package dev.tenure.api.web;

import org.jspecify.annotations.Nullable;

/**
 * A button of a page.
 *
 * @param path where its form is sent to
 * @param question where it is asked whether it is meant, or nothing for what needs no question
 * @param key makes the command the same one when the form is sent twice
 */
public record Offer(
    String label,
    String path,
    String target,
    String choice,
    @Nullable String question,
    boolean ends,
    String key) {

  static Offer of(String hireId, Deed deed) {
    String choice = deed.choice() == null ? "" : deed.choice().wire();
    String path = deed.path(hireId);
    return new Offer(
        deed.label(),
        path,
        deed.target(),
        choice,
        deed.asksFirst() ? path + query(deed.target(), choice) : null,
        deed.ends(),
        FormKeys.next());
  }

  /** The same command as one that was sent before. */
  Offer withKey(String same) {
    return new Offer(label, path, target, choice, question, ends, same);
  }

  private static String query(String target, String choice) {
    String query = target.isEmpty() ? "" : "?target=" + Links.encoded(target);
    return choice.isEmpty() ? query : query + "&choice=" + choice;
  }
}
