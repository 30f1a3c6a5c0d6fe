package dev.tenure.lifecycle.hire;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.call.Step;

/**
 * What a call of one subject has met: from then on it is tried slowly.
 *
 * @param step the step that it holds up
 * @param probing whether a fast try is worth it, since another hire got through
 */
public record Obstruction(Step step, Obstacle obstacle, boolean probing) {
  Obstruction asProbing() {
    return new Obstruction(step, obstacle, true);
  }
}
