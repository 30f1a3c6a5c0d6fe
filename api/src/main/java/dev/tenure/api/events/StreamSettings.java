package dev.tenure.api.events;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Bounds of the event streams: {@code TENURE_EVENT_STREAMS}.
 *
 * @param most how many may be open at once
 * @param heartbeat how long a stream stays silent at most
 */
@ConfigurationProperties("front.streams")
record StreamSettings(
    @Bindable(defaultValue = "1000") int most,
    @Bindable(defaultValue = "15s") Duration heartbeat) {}
