package dev.tenure.sandbox.opentrain.people;

import dev.tenure.sandbox.clock.Schedule;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.rules.contract.Approvals;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The simulated people. What they will do is never stored: it follows from the world and their
 * policy, so it is found again after a restart, and an outdated plan does nothing when it comes
 * due.
 */
@Singleton
public class People {
  private final World world;
  private final Schedule schedule;
  private final Approvals approvals;
  private final PeoplePlan story;
  private final ApprovalActions actions;
  private final Trainers trainers;

  People(
      World world,
      Schedule schedule,
      Approvals approvals,
      PeoplePlan story,
      ApprovalActions actions,
      Trainers trainers) {
    this.world = world;
    this.schedule = schedule;
    this.approvals = approvals;
    this.story = story;
    this.actions = actions;
    this.trainers = trainers;
    world.onChange(Approval.class, this::plan);
    world.onChange(Contract.class, trainers::plan);
  }

  /** Plans anew for everything that waits: at the start, and when the policy has changed. */
  public void wake() {
    world.run(
        () -> {
          world.open.oldestFirst().map(world.approvals::get).forEach(this::plan);
          if (world.people().trainer().requestPayout() || world.people().trainer().greets()) {
            world.contracts.oldestFirst().forEach(trainers::plan);
          }
        });
  }

  /** What somebody will do about a pending approval, and when. */
  @Serdeable
  public record Plan(String approvalId, PeoplePolicy.Decision decision, Instant due) {}

  /** What will be done about the pending approvals, if nothing changes. */
  public List<Plan> plans() {
    return world
        .open
        .oldestFirst()
        .map(world.approvals::get)
        .<Plan>mapMulti(
            (approval, out) -> {
              PeoplePlan.Act act = story.about(approval);
              if (act != null) {
                out.accept(new Plan(approval.id(), act.rule().decision(), act.due()));
              }
            })
        .toList();
  }

  private void plan(Approval approval) {
    if (!approval.pending()) {
      return;
    }
    PeoplePlan.Act act = story.about(approval);
    if (act != null) {
      schedule.at(act.due(), () -> act(approval.id()));
    }
    if (world.settings().sweeper()) {
      schedule.at(approval.expiresAt(), () -> sweep(approval.id()));
    }
  }

  private void sweep(String approvalId) {
    world.transact(() -> world.settings().sweeper() ? approvals.look(approvalId) : null);
  }

  private void act(String approvalId) {
    PeoplePlan.Act act = world.transact(() -> actDue(approvalId));
    if (act != null) {
      actions.carryOut(world.transact(() -> world.approvals.get(approvalId)), act.rule());
    }
  }

  private PeoplePlan.@Nullable Act actDue(String approvalId) {
    Approval approval = world.approvals.find(approvalId);
    if (approval == null || !approval.pending() || approval.overdue(world.now())) {
      return null;
    }
    PeoplePlan.Act act = story.about(approval);
    return act == null || world.now().isBefore(act.due()) ? null : act;
  }
}
