package dev.tenure.lifecycle.record;

import dev.tenure.model.message.HireEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event without its number and time. */
public record EventDraft(
    String type,
    String summary,
    @Nullable String milestone,
    @Nullable String approvalId,
    Map<String, String> data) {

  HireEvent event(long number, Instant at) {
    return new HireEvent(number, type, at, summary, milestone, approvalId, data);
  }
}
