package dev.tenure.sandbox.opencontract.api;

import dev.tenure.sandbox.http.MinuteCounter;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.rules.ApiError;
import dev.tenure.sandbox.opencontract.rules.ApiKeys;
import dev.tenure.sandbox.opencontract.rules.WorkingContracts;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is judged before anything in a body is looked at: the rate, the key, and whether there is
 * such a contract at all.
 */
@ServerFilter(OpenContractPath.V1 + "/**")
class AgentFilter implements Ordered {
  private static final String BEARER = "Bearer ";
  private static final String CALLER = "sandbox.opencontract.caller";
  private static final String CONTRACT = "contractId";

  private final OpenContractWorld world;
  private final ApiKeys keys;
  private final WorkingContracts contracts;
  private final MinuteCounter counter;

  AgentFilter(OpenContractWorld world, ApiKeys keys, WorkingContracts contracts) {
    this.world = world;
    this.keys = keys;
    this.contracts = contracts;
    this.counter = new MinuteCounter(world.clock());
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void before(HttpRequest<?> request) {
    RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
    AnnotationMetadata metadata =
        route == null ? AnnotationMetadata.EMPTY_METADATA : route.getAnnotationMetadata();
    if (metadata.hasAnnotation(ThirdRevision.class)
        && !world.transact(() -> world.settings().thirdRevision())) {
      throw ApiError.missing("Not Found.");
    }
    String secret = secret(request);
    String holder = secret == null ? null : world.transact(() -> keys.holder(secret).orElse(null));
    count(holder == null || secret == null ? address(request) : secret);
    if (metadata.hasAnnotation(Keyed.class)) {
      if (holder == null) {
        throw ApiError.unauthorized(
            "An API key is required: Authorization: Bearer oc_live_…, of a key that was not"
                + " revoked.");
      }
      request.setAttribute(CALLER, holder);
    }
    if (route != null && route.getVariableValues().get(CONTRACT) instanceof String id) {
      // Also brings the contract up to date, whatever becomes of the call.
      world.transact(() -> contracts.read(id));
    }
  }

  /** The address whose key came with a call that needs one. */
  static String caller(HttpRequest<?> request) {
    return request.getAttribute(CALLER, String.class).orElseThrow();
  }

  /** After the faults, which stand before the marketplace. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private void count(String caller) {
    long wait = counter.wait(caller, world.transact(() -> world.settings().requestsPerMinute()));
    if (wait > 0) {
      throw ApiError.of(
          ApiError.Code.RATE_LIMITED,
          "Too many requests; come back in " + wait + " s.",
          Duration.ofSeconds(wait));
    }
  }

  private static @Nullable String secret(HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  private static String address(HttpRequest<?> request) {
    return request.getRemoteAddress().getHostString();
  }
}
