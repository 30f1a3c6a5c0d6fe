package dev.tenure.api.events;

import dev.tenure.journal.feed.EventView;
import dev.tenure.model.message.HireEvent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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

  /**
   * Tells an event.
   *
   * @param address makes a path of this front's own an address that a client can follow
   */
  public static EventJson of(EventView view, UnaryOperator<String> address) {
    HireEvent event = view.event();
    Map<String, String> data = new TreeMap<>(event.data());
    data.computeIfPresent("url", (name, url) -> address.apply(url));
    return new EventJson(
        view.position(),
        view.hireId(),
        event.number(),
        event.type(),
        event.at(),
        event.summary(),
        event.milestone(),
        event.approvalId(),
        data);
  }
}
