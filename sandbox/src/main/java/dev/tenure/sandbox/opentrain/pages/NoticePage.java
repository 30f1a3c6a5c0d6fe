package dev.tenure.sandbox.opentrain.pages;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.views.ModelAndView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page with a few words and one thing to do.
 *
 * @param action where its button sends to; null for a link
 * @param link where its link leads
 * @param claim the token of a claim, whose code is typed here; null when nothing is to be typed
 */
public record NoticePage(
    String title,
    String words,
    @Nullable String action,
    String link,
    String button,
    @Nullable String claim) {
  private static final String CONSOLE = "/";

  static NoticePage of(String title, String words) {
    return leading(title, words, CONSOLE, "Open the console");
  }

  static NoticePage asking(String title, String words, String action, String button) {
    return new NoticePage(title, words, action, CONSOLE, button, null);
  }

  static NoticePage leading(String title, String words, String link, String button) {
    return new NoticePage(title, words, null, link, button, null);
  }

  static NoticePage claiming(String words, String token) {
    return new NoticePage(
        "Claim your agent's account", words, "/claim", CONSOLE, "Claim the account", token);
  }

  HttpResponse<ModelAndView<Map<String, Object>>> answer(HttpStatus status) {
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(status)
        .body(new ModelAndView<>("notice", Map.of("page", this)));
  }
}
