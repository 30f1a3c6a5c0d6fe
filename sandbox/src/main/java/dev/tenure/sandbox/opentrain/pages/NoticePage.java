package dev.tenure.sandbox.opentrain.pages;

import org.jspecify.annotations.Nullable;

/**
 * A page with a few words and one thing to do.
 *
 * @param action where its button sends to; null for a link
 * @param link where its link leads
 */
public record NoticePage(
    String title, String words, @Nullable String action, String link, String button) {
  private static final String CONSOLE = "/";

  static NoticePage of(String title, String words) {
    return new NoticePage(title, words, null, CONSOLE, "Open the console");
  }

  static NoticePage asking(String title, String words, String action, String button) {
    return new NoticePage(title, words, action, CONSOLE, button);
  }

  static NoticePage leading(String title, String words, String link, String button) {
    return new NoticePage(title, words, null, link, button);
  }
}
