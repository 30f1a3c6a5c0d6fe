package dev.tenure.lifecycle.opentrain.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;

/** Takes milestones that operators named as those whose creation was in doubt. */
final class MilestoneAdoptions {
  private final OpenTrainHire hire;

  MilestoneAdoptions(OpenTrainHire hire) {
    this.hire = hire;
  }

  /**
   * Goes by what a look has just shown.
   *
   * @param lookTick when the look began: what was named later waits for the next one
   */
  void takeUp(long lookTick) {
    for (Milestone milestone : List.copyOf(hire.milestones.values())) {
      AdoptionRequest named = hire.adoption(Step.create(milestone.key()));
      if (named != null && named.objection() == null && named.tick() <= lookTick) {
        takeUp(milestone, named);
      }
    }
  }

  private void takeUp(Milestone milestone, AdoptionRequest named) {
    List<Milestone> candidates = milestone.id == null ? candidates(named.id()) : List.of();
    if (candidates.size() == 1) {
      adopt(milestone, candidates.getFirst());
    }
    if (candidates.size() == 1 || milestone.id != null) {
      hire.nominations.remove(Step.create(milestone.key()).toString());
    } else {
      hire.nominations.put(
          Step.create(milestone.key()).toString(),
          named.refused(
              named.id().equals(AdoptionRequest.THE_ONLY_ONE)
                  ? "The contract shows %d open milestones that are not ours"
                      .formatted(candidates.size())
                  : "The contract shows no open milestone %s that is not ours"
                      .formatted(named.id())));
    }
  }

  /** Everybody else's that is still open: one of ours is never taken a second time. */
  private List<Milestone> candidates(String id) {
    return hire.milestones.values().stream()
        .filter(m -> m.foreign() && m.id != null && !m.stage.over())
        .filter(m -> id.equals(AdoptionRequest.THE_ONLY_ONE) || id.equals(m.id))
        .toList();
  }

  private void adopt(Milestone milestone, Milestone found) {
    milestone.id = found.id;
    milestone.number = found.number;
    milestone.listed = true;
    milestone.creation = Milestone.Creation.NONE;
    MilestonePlan ours = milestone.terms;
    milestone.terms =
        new MilestonePlan(
            ours.key(),
            found.terms.name(),
            ours.description(),
            found.terms.amount(),
            found.terms.dueDate(),
            ours.fund(),
            ours.release(),
            ours.volume());
    milestone.moveTo(found.stage, hire.tick());
    found.id = null;
    found.number = null;
    found.dropped = true;
    found.wasFunded = false;
    found.moveTo(Stage.NONE, hire.tick());
  }
}
