package dev.tenure.sandbox.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/** How a marketplace tells errors; the first one that speaks for a path is asked. */
public interface ErrorFormat extends Ordered {
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
