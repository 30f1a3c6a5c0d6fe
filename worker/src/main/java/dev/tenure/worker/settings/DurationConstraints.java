package dev.tenure.worker.settings;

import io.micronaut.context.annotation.Factory;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What {@link PositiveDuration} asks. */
@Factory
final class DurationConstraints {

  @Singleton
  ConstraintValidator<PositiveDuration, Duration> positive() {
    return (duration, annotation, context) -> duration == null || duration.isPositive();
  }
}
