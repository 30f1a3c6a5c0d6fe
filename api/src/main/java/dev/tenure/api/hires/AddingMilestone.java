package dev.tenure.api.hires;

import dev.tenure.api.hires.HireRequest.MilestoneRequest;
import dev.tenure.journal.HireView;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.AddMilestoneCommand;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Adds a milestone to a hire. */
@Singleton
final class AddingMilestone {

  private final Sending sending;

  AddingMilestone(Sending sending) {
    this.sending = sending;
  }

  Carried add(String hireId, byte @Nullable [] body, @Nullable String givenKey) {
    MilestoneRequest asked = BodyReader.read(body, MilestoneRequest.class);
    HireView hire = sending.find(hireId);
    // What was asked names the command, not what came of it: the same request again would else get
    // the next free key, and be another milestone.
    CommandKey key = CommandKey.of("add-milestone", Digests.of(asked.toString()), givenKey);
    MilestonePlan milestone = AddedMilestone.read(asked, hire.milestones());
    return sending.carryOut(hire, "add-milestone", key, new AddMilestoneCommand(milestone));
  }
}
