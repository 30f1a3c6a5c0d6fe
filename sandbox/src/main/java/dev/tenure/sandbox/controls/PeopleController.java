package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.people.People;
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

  /** Replaces the policy; it applies to approvals that are already pending too. */
  @Put
  PeopleView set(HttpRequest<byte[]> request) {
    PeoplePolicy policy = bodies.strict(request, PeopleView::read);
    world.transact(
        () -> {
          world.set(policy);
          return true;
        });
    people.wake();
    return PeopleView.of(policy);
  }
}
