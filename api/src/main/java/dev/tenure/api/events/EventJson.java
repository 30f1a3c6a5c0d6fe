package dev.tenure.api.events;

import dev.tenure.journal.feed.EventView;
import dev.tenure.model.HireEvent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact in business words.
 *
 * @param position its place in the feed over all hires
 * @param number counts the events of one hire
 * @param summary one plain sentence
 */
@Serdeable
@Schema(name = "Event")
public record EventJson(
    long position,
    String hireId,
    long number,
    @Schema(example = "approval.requested") String type,
    Instant at,
    String summary,
    @Nullable String milestone,
    @Nullable String approvalId,
    Map<String, String> data) {

  public static EventJson of(EventView view) {
    HireEvent event = view.event();
    return new EventJson(
        view.position(),
        view.hireId(),
        event.number(),
        event.type(),
        event.at(),
        event.summary(),
        event.milestone(),
        event.approvalId(),
        event.data());
  }
}
