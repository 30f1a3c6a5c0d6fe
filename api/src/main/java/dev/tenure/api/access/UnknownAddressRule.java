package dev.tenure.api.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Lets whoever is known hear that there is nothing at an address, or not by that method. Strangers
 * are refused there, as everywhere outside of what is open to all, and so learn nothing.
 */
@Singleton
final class UnknownAddressRule implements SecurityRule<HttpRequest<?>> {

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    return Mono.just(
        request != null
                && authentication != null
                && RouteAttributes.getRouteMatch(request).isEmpty()
            ? SecurityRuleResult.ALLOWED
            : SecurityRuleResult.UNKNOWN);
  }
}
