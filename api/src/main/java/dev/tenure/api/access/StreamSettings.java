package dev.tenure.api.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Bounds of the streams of server-sent events, those of open pages among them.
 *
 * @param most how many may be open at once: {@code TENURE_EVENT_STREAMS}
 * @param perKey how many of them with one key or its sessions: {@code TENURE_API_STREAMS}
 * @param heartbeat how long a stream stays silent at most
 */
@ConfigurationProperties("front.streams")
public record StreamSettings(
    @Bindable(defaultValue = "1000") int most,
    @Bindable(defaultValue = "100") int perKey,
    @Bindable(defaultValue = "15s") Duration heartbeat) {

  /**
   * Checks both numbers.
   *
   * @throws IllegalArgumentException when no stream could ever be opened
   */
  public StreamSettings {
    if (most < 1 || perKey < 1) {
      throw new IllegalArgumentException(
          "TENURE_EVENT_STREAMS and TENURE_API_STREAMS must be at least 1; they are %d and %d."
              .formatted(most, perKey));
    }
  }
}
