package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.http.MinuteCounter;
import dev.tenure.sandbox.opentrain.json.AgentAuthJson;
import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.world.Settings;
import dev.tenure.sandbox.opentrain.world.World;
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

/**
 * Turns away whoever calls too often, each part of the API in its own shape of error. Calls are
 * counted by token, or by address where a call has none; the numbers and the header are assumed, so
 * both limits are off by default.
 */
@ServerFilter({ApiPath.V1 + "/**", ApiPath.AGENT + "/**"})
class RateFilter implements Ordered {
  private final World world;
  private final MinuteCounter counter;

  RateFilter(World world) {
    this.world = world;
    this.counter = new MinuteCounter(world.clock());
  }

  /** After the faults, before the gates. */
  @Override
  public int getOrder() {
    return 0;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> before(HttpRequest<?> request) {
    Settings settings = world.transact(world::settings);
    String token = request.getHeaders().get("Authorization");
    long wait =
        token == null
            ? counter.wait(
                request.getRemoteAddress().getHostString(), settings.addressRequestsPerMinute())
            : counter.wait(token, settings.tokenRequestsPerMinute());
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
