package dev.tenure.api.pages.form;

import dev.tenure.api.pages.session.FormTokens;
import dev.tenure.api.pages.session.Sessions;
import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;

/** Reads what pages send. */
@Singleton
public final class Forms {

  private final Sessions sessions;
  private final FormTokens tokens;

  public Forms(Sessions sessions, FormTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /**
   * What a form holds.
   *
   * @throws ProblemException when its token is missing or another's, so that no page of ours made
   *     it for this session
   */
  public Map<String, String> read(HttpRequest<Map<String, String>> request) {
    Map<String, String> form = request.getBody().orElse(Map.of());
    String session = sessions.of(request).map(Sessions.Session::value).orElse("");
    if (!tokens.accept(session, form.getOrDefault("token", ""))) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.FORBIDDEN,
              "form_too_old",
              "This page is too old",
              "Nothing was done: the page was made before the front was started again, or for"
                  + " another session. Go back, load it anew, and try again."));
    }
    return form;
  }
}
