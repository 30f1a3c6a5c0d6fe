package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.people.Habits;
import dev.tenure.sandbox.people.People;
import dev.tenure.sandbox.wire.Moment;
import dev.tenure.sandbox.world.PeoplePolicy;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** What the simulated people do. */
@Controller("/sandbox/people")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class PeopleController {
  private final World world;
  private final People people;
  private final Bodies bodies;

  PeopleController(World world, People people, Bodies bodies) {
    this.world = world;
    this.people = people;
    this.bodies = bodies;
  }

  @Get
  PeopleView read() {
    return PeopleView.of(world.transact(world::people));
  }

  /** One approval that waits, with what a person will do about it and when. */
  @Serdeable
  record Plan(String approvalId, String decision, Moment due) {}

  /** What will be done, and how many approvals nobody will do anything about. */
  @Serdeable
  record Plans(List<Plan> plans, long withoutPlan) {}

  @Get("/plans")
  Plans plans() {
    return world.transact(
        () -> {
          List<Plan> plans =
              people.plans().stream()
                  .map(
                      plan ->
                          new Plan(
                              plan.approvalId(),
                              plan.decision().name().toLowerCase(Locale.ROOT),
                              Moment.of(plan.due())))
                  .toList();
          return new Plans(plans, world.open.size() - plans.size());
        });
  }

  /** Replaces the policy; it applies to approvals that are already pending too. */
  @Put
  PeopleView set(HttpRequest<byte[]> request) {
    PeoplePolicy policy =
        world.transact(
            () -> {
              PeoplePolicy read =
                  bodies.strict(request, body -> Habits.read(body, world.accounts::holds));
              world.set(read);
              return read;
            });
    people.wake();
    return PeopleView.of(policy);
  }
}
