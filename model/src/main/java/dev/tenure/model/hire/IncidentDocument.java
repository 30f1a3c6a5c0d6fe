package dev.tenure.model.hire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something for which the engine needs a person.
 *
 * @param detail what happened and what to do, in words
 * @param fixUrl where it can be mended, e.g. the marketplace's billing page
 * @param actions what an operator may answer
 * @param resolution how it was closed: an operator's answer, or {@code null} when it closed by
 *     itself
 * @param version the hire's version at its last change
 */
public record IncidentDocument(
    String id,
    IncidentCause cause,
    String detail,
    @Nullable String milestone,
    @Nullable String fixUrl,
    List<Resolution> actions,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable Resolution resolution,
    long version) {

  public IncidentDocument {
    actions = List.copyOf(actions);
  }

  public IncidentDocument closed(Instant when, @Nullable Resolution how) {
    return new IncidentDocument(
        id, cause, detail, milestone, fixUrl, actions, openedAt, when, how, version);
  }

  public IncidentDocument at(long newVersion) {
    return new IncidentDocument(
        id, cause, detail, milestone, fixUrl, actions, openedAt, closedAt, resolution, newVersion);
  }

  public boolean open() {
    return closedAt == null;
  }
}
