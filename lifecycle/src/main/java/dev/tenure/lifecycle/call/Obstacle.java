package dev.tenure.lifecycle.call;

import dev.tenure.model.hire.IncidentCause;
import org.jspecify.annotations.Nullable;

/**
 * Why a person is needed, as the details of a failed marketplace activity.
 *
 * @param words what happened, and the remedy
 * @param fixUrl where it can be mended
 */
public record Obstacle(IncidentCause cause, String words, @Nullable String fixUrl) {

  /** Failure type of what time may heal: no connection, 429, 5xx, an answer that makes no sense. */
  public static final String UNAVAILABLE = "marketplace_unavailable";
}
