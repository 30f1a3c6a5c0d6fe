package dev.tenure.lifecycle.opentrain.hire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an operator named on the marketplace to be taken as ours.
 *
 * @param id the marketplace's id; empty for the only one that it can be
 * @param tick when it was named
 * @param objection why it was not taken
 */
public record AdoptionRequest(String id, long tick, @Nullable String objection) {

  /** Nothing was named: there must be exactly one that it can be. */
  public static final String THE_ONLY_ONE = "";

  /** Why it was not taken; only where it was refused. */
  public String refusal() {
    return Objects.requireNonNull(objection);
  }

  AdoptionRequest refused(String words) {
    return new AdoptionRequest(id, tick, words);
  }
}
