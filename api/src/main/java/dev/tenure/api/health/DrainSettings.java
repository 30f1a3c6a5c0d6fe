package dev.tenure.api.health;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the front ends: {@code TENURE_API_DRAIN}.
 *
 * @param time how long it serves on after it was told to stop; zero: not at all
 */
@ConfigurationProperties("front.drain")
record DrainSettings(@Bindable(defaultValue = "0s") Duration time) {}
