package dev.tenure.worker.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Which Temporal the worker works for: {@code TEMPORAL_ADDRESS}, {@code TEMPORAL_NAMESPACE}.
 *
 * @param address host and port
 */
@Context
@ConfigurationProperties("temporal")
public record TemporalSettings(
    @Bindable(defaultValue = "127.0.0.1:8801") String address,
    @Bindable(defaultValue = "default") String namespace) {}
