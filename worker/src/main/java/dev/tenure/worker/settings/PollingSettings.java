package dev.tenure.worker.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often a marketplace is looked at: {@code TENURE_FEED_INTERVAL}, {@code
 * TENURE_SWEEP_INTERVAL}.
 *
 * @param feedInterval rest between two looks at an updates feed
 * @param sweepInterval between two looks at all active contracts of an account
 */
@Context
@ConfigurationProperties("tenure")
public record PollingSettings(
    @Bindable(defaultValue = "PT1S") @PositiveDuration Duration feedInterval,
    @Bindable(defaultValue = "PT45S") @PositiveDuration Duration sweepInterval) {}
