package dev.tenure.workflows.hire;

import dev.tenure.model.hire.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * An operator's answer to an open incident.
 *
 * @param marketplaceId with {@code adopt} only: the marketplace's id of what is ours
 */
public record ResolveCommand(
    String incidentId, Resolution resolution, @Nullable String marketplaceId) {

  public ResolveCommand(String incidentId, Resolution resolution) {
    this(incidentId, resolution, null);
  }
}
