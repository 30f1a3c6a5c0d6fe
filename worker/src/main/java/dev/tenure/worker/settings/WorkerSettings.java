package dev.tenure.worker.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How the process runs: {@code TENURE_WORKER_HOST}, {@code TENURE_WORKER_PORT}, {@code
 * TENURE_WORKER_DRAIN}.
 *
 * @param host where its own HTTP listens, for health and metrics only
 * @param drain how long running activities may take to finish once the worker stops
 */
@Context
@ConfigurationProperties("tenure.worker")
public record WorkerSettings(
    @Bindable(defaultValue = "127.0.0.1") String host,
    @Bindable(defaultValue = "8805")
        @Min(value = 0, message = WorkerSettings.PORT)
        @Max(value = 65_535, message = WorkerSettings.PORT)
        int port,
    @Bindable(defaultValue = "PT10S") @PositiveDuration Duration drain) {

  static final String PORT = "it must be a port number, 0 to 65535";
}
