package dev.tenure.sandbox.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a marketplace tells errors. */
public interface ErrorFormat extends Ordered {

  /** The first one that speaks for the path. */
  static ErrorFormat at(List<ErrorFormat> all, String path) {
    return all.stream()
        .filter(format -> format.speaksFor(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no format of errors for this path"));
  }

  boolean speaksFor(String path);

  /** The path of a call of the API as faults name it; null for everything else that is served. */
  @Nullable String callPath(String path);

  /** An error of that status. */
  Object error(int status, String words);

  /** The answer to a request that cannot be read. */
  HttpResponse<?> of(HttpRequest<?> request, InvalidRequest invalid);

  /** The answer to a request for something that is not there. */
  HttpResponse<?> of(HttpRequest<?> request, NotFound missing);

  /** What the HTTP server itself refuses, such as an unknown route. */
  MutableHttpResponse<Object> of(HttpRequest<?> request, MutableHttpResponse<?> response);
}
