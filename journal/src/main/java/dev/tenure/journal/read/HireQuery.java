package dev.tenure.journal.read;

import dev.tenure.model.hire.HireStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which hires to list; what is absent does not matter.
 *
 * @param labels all of which the hire must carry
 * @param text part of an id, the external reference, a label, or a milestone's name or description;
 *     upper and lower case are the same
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
    int limit,
    @Nullable String text) {

  public HireQuery {
    labels = Map.copyOf(labels);
  }

  /** A search without words. */
  public HireQuery(
      @Nullable HireStatus status,
      @Nullable String account,
      @Nullable String proposalId,
      @Nullable String contractId,
      @Nullable String externalRef,
      Map<String, String> labels,
      @Nullable Long before,
      int limit) {
    this(status, account, proposalId, contractId, externalRef, labels, before, limit, null);
  }

  /** Every hire, the newest first. */
  public static HireQuery newest(int limit) {
    return new HireQuery(null, null, null, null, null, Map.of(), null, limit);
  }
}
