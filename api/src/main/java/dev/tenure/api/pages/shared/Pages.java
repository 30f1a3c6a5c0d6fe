package dev.tenure.api.pages.shared;

import dev.tenure.api.access.Principal;
import dev.tenure.api.access.Scope;
import dev.tenure.api.pages.session.FormTokens;
import dev.tenure.api.pages.session.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Makes pages of their model. */
@Singleton
public final class Pages {

  private static final MediaType HTML =
      new MediaType(MediaType.TEXT_HTML, Map.of("charset", StandardCharsets.UTF_8.name()));

  /**
   * What stands around the model of every page.
   *
   * @param title the page's own title
   * @param section which entry of the navigation is the current one
   * @param signedIn whether there is a session to sign out of
   * @param token proves that a form comes from a page of ours
   * @param mayWrite whether who looks may command hires
   * @param admin whether who looks may see the audit list
   */
  record Frame(
      String title,
      String section,
      boolean signedIn,
      String token,
      boolean mayWrite,
      boolean admin) {}

  private final ViewsRenderer<Map<String, Object>, HttpRequest<?>> renderer;
  private final Sessions sessions;
  private final FormTokens tokens;

  public Pages(
      ViewsRenderer<Map<String, Object>, HttpRequest<?>> renderer,
      Sessions sessions,
      FormTokens tokens) {
    this.renderer = renderer;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  public MutableHttpResponse<String> show(
      HttpRequest<?> request, HttpStatus status, String view, String title, Object model) {
    return HttpResponse.<String>status(status)
        .body(render(request, view, title, model))
        .contentType(HTML);
  }

  /** Turns an answer that stands already into a page. */
  public void turn(
      MutableHttpResponse<?> response,
      HttpRequest<?> request,
      String view,
      String title,
      Object model) {
    response.body(render(request, view, title, model)).contentType(HTML);
  }

  private String render(HttpRequest<?> request, String view, String title, Object model) {
    var session = sessions.of(request);
    var frame =
        new Frame(
            title,
            section(request),
            session.isPresent(),
            tokens.of(session.map(Sessions.Session::value).orElse("")),
            may(request, Scope.HIRES_WRITE),
            may(request, Scope.ADMIN));
    Map<String, Object> context =
        Map.of(
            "frame",
            frame,
            "page",
            model,
            "glossary",
            Glossary.HERE,
            "times",
            new RelativeTimes(Instant.now()));
    var text = new StringWriter();
    try {
      renderer.render("pages/" + view, context, request).writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException("page " + view, e);
    }
    return PrintableText.of(text.toString());
  }

  private static boolean may(HttpRequest<?> request, Scope scope) {
    return Principal.of(request).filter(who -> who.may(scope)).isPresent();
  }

  private static String section(HttpRequest<?> request) {
    String[] parts = request.getPath().split("/", 3);
    return parts.length < 2 ? "" : parts[1];
  }
}
