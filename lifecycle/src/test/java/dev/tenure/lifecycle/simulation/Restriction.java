package dev.tenure.lifecycle.simulation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a run leaves out of what its seed derives.
 *
 * @param milestones the most milestones that a plan has
 */
record Restriction(Set<Feature> without, int milestones) {
  static final Restriction NONE = new Restriction(EnumSet.noneOf(Feature.class), 4);

  Restriction {
    without = Collections.unmodifiableSet(without);
  }

  Restriction and(Feature feature) {
    EnumSet<Feature> more = EnumSet.noneOf(Feature.class);
    more.addAll(without);
    more.add(feature);
    return new Restriction(more, milestones);
  }

  Restriction atMost(int fewer) {
    return new Restriction(without, fewer);
  }
}
