package dev.tenure.sandbox.opentrain.model.contract;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Work recorded on a contract that pays by volume. */
@Serdeable
public record Usage(long seconds, long labels, long tasks, @Nullable Instant lastAt) {
  public static final Usage NONE = new Usage(0, 0, 0, null);

  public Usage plus(long moreSeconds, long moreLabels, long moreTasks, Instant at) {
    return new Usage(seconds + moreSeconds, labels + moreLabels, tasks + moreTasks, at);
  }
}
