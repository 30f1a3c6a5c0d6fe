package dev.tenure.journal;

import dev.tenure.model.HireStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which hires to list; what is absent does not matter.
 *
 * @param labels all of which the hire must carry
 * @param before only hires entered before the one with this {@link HireRow#seq}
 */
public record HireQuery(
    @Nullable HireStatus status,
    @Nullable String account,
    @Nullable String proposalId,
    @Nullable String contractId,
    @Nullable String externalRef,
    Map<String, String> labels,
    @Nullable Long before,
    int limit) {

  public HireQuery {
    labels = Map.copyOf(labels);
  }

  /** Every hire, the newest first. */
  public static HireQuery newest(int limit) {
    return new HireQuery(null, null, null, null, null, Map.of(), null, limit);
  }
}
