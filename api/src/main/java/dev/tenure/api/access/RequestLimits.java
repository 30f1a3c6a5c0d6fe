package dev.tenure.api.access;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * How often a key may come, by a token bucket each: one token a request, a burst of them at once,
 * and so many more a second. Each front counts for itself. A front without keys does not count.
 * What is refused for its scope counts as well.
 */
@Singleton
public final class RequestLimits implements SecurityRule<HttpRequest<?>> {

  private static final double NANOS = 1e9;

  private final Settings settings;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  @Inject
  RequestLimits(Settings settings) {
    this(settings, System::nanoTime);
  }

  RequestLimits(Settings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /**
   * {@code TENURE_API_RATE} and {@code TENURE_API_BURST}.
   *
   * @param rate requests a second
   * @param burst requests at once
   */
  @ConfigurationProperties("tenure.api")
  public record Settings(
      @Bindable(defaultValue = "50") double rate, @Bindable(defaultValue = "100") int burst) {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException when nobody could ever come in
     */
    public Settings {
      if (!(rate > 0) || burst < 1) {
        throw new IllegalArgumentException(
            "TENURE_API_RATE must be above 0 and TENURE_API_BURST at least 1; they are %s and %d."
                .formatted(rate, burst));
      }
    }
  }

  @Override
  public int getOrder() {
    return SecuredAnnotationRule.ORDER - 1;
  }

  /**
   * Takes a token, and leaves to other rules what the key may do.
   *
   * @throws ProblemException {@code rate_limited}, when there is none; it says when to come again
   */
  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    if (authentication instanceof Principal principal) {
      take(principal);
    }
    return Mono.just(SecurityRuleResult.UNKNOWN);
  }

  private void take(Principal principal) {
    if (principal.keyId() == null) {
      return;
    }
    OptionalLong wait =
        buckets
            .computeIfAbsent(
                principal.keyId(), id -> new Bucket(settings.burst(), nanoTime.getAsLong()))
            .take(settings, nanoTime.getAsLong());
    if (wait.isPresent()) {
      throw refused(principal, wait.getAsLong());
    }
  }

  private ProblemException refused(Principal principal, long seconds) {
    return new ProblemException(
        Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "rate_limited",
            "Too many requests",
            "The key %s may send %s requests a second, and %d at once. Ask again in %d s."
                .formatted(principal.name(), settings.rate(), settings.burst(), seconds)),
        Math.toIntExact(seconds));
  }

  private static final class Bucket {

    private final ReentrantLock lock = new ReentrantLock();
    private double tokens;
    private long at;

    Bucket(double tokens, long at) {
      this.tokens = tokens;
      this.at = at;
    }

    /** How many whole seconds it takes until there is one again; empty where one was taken. */
    OptionalLong take(Settings settings, long now) {
      lock.lock();
      try {
        tokens = Math.min(settings.burst(), tokens + (now - at) / NANOS * settings.rate());
        at = now;
        if (tokens >= 1) {
          tokens--;
          return OptionalLong.empty();
        }
        return OptionalLong.of((long) Math.ceil((1 - tokens) / settings.rate()));
      } finally {
        lock.unlock();
      }
    }
  }
}
