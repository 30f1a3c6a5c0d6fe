package dev.tenure.lifecycle.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a condition that needs a person. It is open for as long as the condition is
 * found; an answer changes the state, and so the condition.
 *
 * @param actions what an operator may answer now
 * @param resolution an operator's answer, where it closed by that
 * @param closedBecause why it closed, for people
 */
public record Incident(
    String id,
    Step step,
    IncidentCause cause,
    String detail,
    @Nullable String fixUrl,
    List<Resolution> actions,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable Resolution resolution,
    @Nullable String closedBecause) {

  public Incident {
    actions = List.copyOf(actions);
  }

  public boolean open() {
    return closedAt == null;
  }

  /** The same occurrence in today's words. */
  public Incident told(String words, @Nullable String url, List<Resolution> answers) {
    return words.equals(detail) && Objects.equals(url, fixUrl) && answers.equals(actions)
        ? this
        : new Incident(id, step, cause, words, url, answers, openedAt, null, null, null);
  }

  public Incident closed(Instant at, @Nullable Resolution how, String why) {
    return new Incident(id, step, cause, detail, fixUrl, actions, openedAt, at, how, why);
  }
}
