package dev.tenure.journal.read;

import dev.tenure.model.hire.IncidentCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents to list; what is absent does not matter.
 *
 * @param open whether only open ones, or only closed ones
 * @param after only incidents that come after this one in the order of the list
 */
public record IncidentQuery(
    @Nullable Boolean open,
    @Nullable String account,
    @Nullable IncidentCause cause,
    @Nullable String hireId,
    @Nullable Place after,
    int limit) {

  /** Where an incident stands in the list; its id is unique within its hire only. */
  public record Place(Instant openedAt, String hireId, String id) {}
}
