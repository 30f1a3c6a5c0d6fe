package dev.tenure.worker.lifecycle;

import dev.tenure.worker.settings.WorkerSettings;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.runtime.graceful.GracefulShutdownConfiguration;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Gives the end of the process the time that running activities have, and a little to hand over.
 */
@Singleton
record GracePeriod(WorkerSettings settings)
    implements BeanCreatedEventListener<GracefulShutdownConfiguration> {

  private static final Duration HAND_OVER = Duration.ofSeconds(2);

  @Override
  public GracefulShutdownConfiguration onCreated(
      BeanCreatedEvent<GracefulShutdownConfiguration> event) {
    GracefulShutdownConfiguration configuration = event.getBean();
    configuration.setGracePeriod(settings.drain().plus(HAND_OVER));
    return configuration;
  }
}
