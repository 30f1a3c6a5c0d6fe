package dev.tenure.api.health;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.server.event.ServerShutdownEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The first part of the front's end: it says that it is not ready, and serves on for as long as a
 * proxy needs to see that and to send requests elsewhere. Only then does the listener close, and
 * requests under way end.
 */
@Singleton
@Readiness
final class Drain implements HealthIndicator, ApplicationEventListener<ServerShutdownEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final Settings settings;
  private volatile boolean begun;

  Drain(Settings settings) {
    this.settings = settings;
  }

  /**
   * How the front ends: {@code TENURE_API_DRAIN}.
   *
   * @param time how long it serves on after it was told to stop; zero: not at all
   */
  @ConfigurationProperties("front.drain")
  record Settings(@Bindable(defaultValue = "0s") Duration time) {}

  /** Whether the front serves only what is sent to it by those who have not looked yet. */
  boolean begun() {
    return begun;
  }

  /** Told before anything is closed; what this holds up is the end of the process. */
  @Override
  public void onApplicationEvent(ServerShutdownEvent event) {
    begun = true;
    if (settings.time().isZero()) {
      return;
    }
    LOG.info("No longer ready; requests are served for another {}", settings.time());
    try {
      Thread.sleep(settings.time());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.just(
        HealthResult.builder("drain", begun ? HealthStatus.DOWN : HealthStatus.UP)
            .details(Map.of("words", begun ? "the front is being stopped" : "the front stays"))
            .build());
  }
}
