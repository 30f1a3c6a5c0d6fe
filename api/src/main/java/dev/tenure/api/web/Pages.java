package dev.tenure.api.web;

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
import java.util.Map;

/** Makes pages of their matter. */
@Singleton
final class Pages {

  private static final MediaType HTML =
      new MediaType(MediaType.TEXT_HTML, Map.of("charset", StandardCharsets.UTF_8.name()));

  private final ViewsRenderer<Map<String, Object>, HttpRequest<?>> renderer;
  private final Sessions sessions;
  private final FormTokens tokens;

  Pages(
      ViewsRenderer<Map<String, Object>, HttpRequest<?>> renderer,
      Sessions sessions,
      FormTokens tokens) {
    this.renderer = renderer;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  MutableHttpResponse<String> show(
      HttpRequest<?> request, HttpStatus status, String view, String title, Object matter) {
    return HttpResponse.<String>status(status)
        .body(render(request, view, title, matter))
        .contentType(HTML);
  }

  /** Turns an answer that stands already into a page. */
  void turn(
      MutableHttpResponse<?> response,
      HttpRequest<?> request,
      String view,
      String title,
      Object matter) {
    response.body(render(request, view, title, matter)).contentType(HTML);
  }

  private String render(HttpRequest<?> request, String view, String title, Object matter) {
    var session = sessions.of(request);
    var frame =
        new Frame(title, section(request), session.isPresent(), tokens.of(session.orElse("")));
    var text = new StringWriter();
    try {
      renderer.render("web/" + view, Map.of("frame", frame, "page", matter), request).writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException("page " + view, e);
    }
    return PrintableText.of(text.toString());
  }

  private static String section(HttpRequest<?> request) {
    String[] parts = request.getPath().split("/", 3);
    return parts.length < 2 ? "" : parts[1];
  }
}
