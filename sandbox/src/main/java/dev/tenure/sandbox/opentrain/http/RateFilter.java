package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.json.account.AgentAuthJson;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns away whoever calls too often, each part of the API in its own shape of error. */
@ServerFilter({ApiPath.V1 + "/**", ApiPath.AGENT + "/**"})
class RateFilter implements Ordered {
  private final RateLimits limits;

  RateFilter(RateLimits limits) {
    this.limits = limits;
  }

  /** After the faults, before the gates. */
  @Override
  public int getOrder() {
    return 0;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> before(HttpRequest<?> request) {
    long wait = limits.wait(request);
    if (wait == 0) {
      return null;
    }
    String words = "Too many requests; come back in " + wait + " s.";
    Object body =
        request.getPath().startsWith(ApiPath.V1)
            ? ErrorJson.of(Refusal.of(Refusal.Code.RATE_LIMITED, words, Map.of()))
            : new AgentAuthJson.Problem("rate_limit_exceeded", words);
    return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
        .header("Retry-After", Long.toString(wait))
        .body(body);
  }
}
