package dev.tenure.api.temporal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the front uses Temporal; the connection itself is set by the standard {@code TEMPORAL_*}
 * variables.
 *
 * @param uiUrl origin of its Web UI ({@code TENURE_TEMPORAL_UI_URL}); without it hires carry no
 *     link there
 * @param patience how long a request waits for a worker
 */
@ConfigurationProperties("front.temporal")
public record TemporalSettings(
    @Nullable String uiUrl, @Bindable(defaultValue = "5s") Duration patience) {}
