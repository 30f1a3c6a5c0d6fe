package dev.tenure.api.events;

import dev.tenure.api.problem.Parameters;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where in the feed a listener begins. */
final class FeedPositions {

  private static final String HEADER = "Last-Event-ID";

  private FeedPositions() {}

  /** What a listener says of it; a reconnecting one says the header. */
  static OptionalLong read(@Nullable String lastEventId, @Nullable String cursor) {
    boolean again = lastEventId != null && !lastEventId.isBlank();
    String text = again ? lastEventId : cursor;
    if (text == null) {
      return OptionalLong.empty();
    }
    var parameters = new Parameters();
    long position =
        parameters.number(again ? HEADER : "cursor", text.strip(), 0, 0, Long.MAX_VALUE);
    parameters.throwIfAny();
    return OptionalLong.of(position);
  }

  /**
   * A place that the feed has not reached comes from another journal: nothing would ever follow.
   */
  static long check(OptionalLong asked, long last) {
    if (asked.orElse(last) > last) {
      var parameters = new Parameters();
      parameters.wrong(
          "cursor",
          "The feed ends at "
              + last
              + "; "
              + asked.getAsLong()
              + " is beyond it. Leave cursor and "
              + HEADER
              + " out to hear what happens from now on.");
      parameters.throwIfAny();
    }
    return asked.orElse(last);
  }
}
