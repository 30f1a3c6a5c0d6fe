package dev.tenure.sandbox.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** How a marketplace tells errors; the first one that speaks for a path is asked. */
public interface ErrorFormat extends Ordered {
  boolean speaksFor(String path);

  /** The answer to a request that cannot be read. */
  HttpResponse<?> of(HttpRequest<?> request, InvalidRequest invalid);

  /** What the HTTP server itself refuses, such as an unknown route. */
  MutableHttpResponse<Object> of(HttpRequest<?> request, MutableHttpResponse<?> response);
}
