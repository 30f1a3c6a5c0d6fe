package dev.tenure.sandbox.opentrain.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.opentrain.people.People;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the simulated people do. */
@Controller("/sandbox/people")
@Consumes(MediaType.ALL)
class PeopleController {
  private final World world;
  private final People people;

  PeopleController(World world, People people) {
    this.world = world;
    this.people = people;
  }

  @Get
  PeoplePolicy read() {
    return world.transact(world::people);
  }

  /** What will be done, and how many approvals nobody will do anything about. */
  @Serdeable
  record Plans(List<People.Plan> plans, long withoutPlan) {}

  @Get("/plans")
  Plans plans() {
    return world.transact(
        () -> {
          List<People.Plan> plans = people.plans();
          return new Plans(plans, world.open.size() - plans.size());
        });
  }

  /** Replaces the policy; it applies to approvals that are already pending too. */
  @Put
  PeoplePolicy set(@Body @Nullable @Valid PeoplePolicy body) {
    PeoplePolicy policy = requireNonNullElse(body, PeoplePolicy.ABSENT);
    world.run(() -> world.set(policy.checked("", world.accounts::holds)));
    people.wake();
    return policy;
  }
}
