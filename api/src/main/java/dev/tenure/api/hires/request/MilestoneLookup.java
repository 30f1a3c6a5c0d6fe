package dev.tenure.api.hires.request;

import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.MilestoneDocument;

/** Finds the milestone that an address names. */
public final class MilestoneLookup {

  private MilestoneLookup() {}

  /**
   * The milestone of this key.
   *
   * @throws dev.tenure.api.problem.ProblemException when the hire has none
   */
  public static MilestoneDocument find(HireView hire, String key) {
    return hire.milestone(key)
        .orElseThrow(
            () ->
                Problems.notFound(
                    "milestone_not_found",
                    "Hire "
                        + hire.id()
                        + " has no milestone "
                        + key
                        + "; see milestones[].key of it."));
  }
}
