package dev.tenure.lifecycle.hire;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is found now and needs a person. It belongs to a step; its incident is open for as
 * long as it is found.
 *
 * @param words what it is and what each answer does, for people
 * @param fixUrl where it can be mended
 * @param actions what an operator may answer
 */
public record Condition(
    IncidentCause cause, String words, @Nullable String fixUrl, List<Resolution> actions) {
  public Condition {
    actions = List.copyOf(actions);
  }
}
