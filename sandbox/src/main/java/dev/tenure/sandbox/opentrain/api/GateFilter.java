package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.http.IssueList;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;

/**
 * Lets a caller through the gate of a call before anything in the request is looked at, and sees to
 * it that a write which was refused later is in the audit as well.
 */
@ServerFilter(ApiPath.V1 + "/**")
record GateFilter(ApiCalls calls) implements Ordered {

  /** On the thread that may block already: the limits of rate come just before. */
  @RequestFilter
  void before(HttpRequest<?> request) {
    AnnotationMetadata route =
        RouteAttributes.getRouteMatch(request)
            .map(AnnotationMetadataProvider::getAnnotationMetadata)
            .orElse(AnnotationMetadata.EMPTY_METADATA);
    if (route.hasAnnotation(IssueList.class)) {
      request.setAttribute(IssueList.ATTRIBUTE, true);
    }
    route.enumValue(Gated.class, Gate.class).ifPresent(gate -> calls.admit(request, gate));
  }

  /** On whatever thread the answer is ready: nearly always nothing is to be done. */
  @ResponseFilter
  void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
    calls.noteRefused(request, response.code());
  }

  /** After the limits of rate, and after the faults, which stand before the marketplace. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
