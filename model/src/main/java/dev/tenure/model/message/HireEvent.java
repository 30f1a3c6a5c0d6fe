package dev.tenure.model.message;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact in business words.
 *
 * @param number counts the events of one hire from 1
 * @param type dotted name, e.g. {@code approval.requested}
 * @param summary one plain sentence with amounts, without names of people
 * @param milestone key of the milestone concerned
 * @param approvalId the approval concerned
 * @param data further facts, all as text
 */
public record HireEvent(
    long number,
    String type,
    Instant at,
    String summary,
    @Nullable String milestone,
    @Nullable String approvalId,
    Map<String, String> data) {

  public HireEvent {
    data = Collections.unmodifiableMap(new TreeMap<>(data));
  }
}
