package dev.tenure.journal.record;

import dev.tenure.model.hire.Resolution;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator's answer to an incident that the journal keeps, since no workflow can.
 *
 * @param actor the name of the key or session that gave it
 */
public record OperatorAnswer(Resolution resolution, @Nullable String actor) {

  /** Why an incident closed. */
  String words() {
    return "an operator said " + resolution.wire();
  }

  /** Who it was, as event data. */
  Map<String, String> data() {
    return actor == null ? Map.of() : Map.of("actor", actor);
  }
}
