package dev.tenure.api.pages.inbox;

import dev.tenure.api.pages.session.Browsers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Opens the list of addresses at the root to every program. The same route shows people their page,
 * for which they sign in, so that no annotation can tell one from the other.
 */
@Singleton
final class IndexRule implements SecurityRule<HttpRequest<?>> {

  @Override
  public int getOrder() {
    // Before the limit of a key, which is asked right before what is secured.
    return SecuredAnnotationRule.ORDER - 2;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    return Mono.just(
        request != null && request.getPath().equals("/") && !Browsers.wantsPage(request)
            ? SecurityRuleResult.ALLOWED
            : SecurityRuleResult.UNKNOWN);
  }
}
