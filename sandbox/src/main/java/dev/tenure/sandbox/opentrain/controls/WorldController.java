package dev.tenure.sandbox.opentrain.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.people.People;
import dev.tenure.sandbox.opentrain.scenario.Scenario;
import dev.tenure.sandbox.opentrain.scenario.Scenarios;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import dev.tenure.sandbox.opentrain.world.Settings;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The marketplace as a whole: its settings, what its people do, and the way back to the beginning.
 */
@Controller("/sandbox")
@Consumes(MediaType.ALL)
record WorldController(World world, Scenarios scenarios, People people, BodyReader<?> bodies) {

  /** {@code {"reset": true}}. */
  @Serdeable
  record Reset(boolean reset) {}

  @Get("/settings")
  Settings settings() {
    return world.transact(world::settings);
  }

  /** Changes what is named; a new window applies to approvals that are asked for from now on. */
  @Put("/settings")
  Settings set(@Schema(implementation = Settings.class) @Body byte[] change) {
    Settings changed =
        world.transact(
            () -> {
              Settings next = bodies.changed(world.settings(), change);
              world.set(next);
              return next;
            });
    people.wake();
    return changed;
  }

  @Get("/people")
  PeoplePolicy policy() {
    return world.transact(world::people);
  }

  /** What will be done, and how many approvals nobody will do anything about. */
  @Serdeable
  record Plans(List<People.Plan> plans, long withoutPlan) {}

  @Get("/people/plans")
  Plans plans() {
    return world.transact(
        () -> {
          List<People.Plan> plans = people.plans();
          return new Plans(plans, world.open.size() - plans.size());
        });
  }

  /** Replaces the policy; it applies to approvals that are already pending too. */
  @Put("/people")
  PeoplePolicy set(@Body @Nullable PeoplePolicy body) {
    PeoplePolicy policy = requireNonNullElse(body, PeoplePolicy.ABSENT);
    world.run(() -> world.set(policy.checked("", world.accounts::holds)));
    people.wake();
    return policy;
  }

  @Post("/reset")
  Reset reset() {
    scenarios.reset();
    people.wake();
    return new Reset(true);
  }

  /** What a scenario made, by id. */
  @Serdeable
  record Loaded(
      List<String> accounts, List<String> jobs, List<String> proposals, List<String> contracts) {}

  /** The scenario to which a reset leads; a good beginning for one of your own. */
  @Get(value = "/scenario", produces = MediaType.APPLICATION_JSON)
  @ApiResponse(
      responseCode = "200",
      description = "A scenario",
      content = @Content(schema = @Schema(implementation = Scenario.class)))
  byte[] scenario() {
    return scenarios.beginning();
  }

  /** Replaces the whole world by that of the scenario. */
  @Post("/scenario")
  Loaded load(@Body Scenario scenario) {
    scenarios.load(scenario);
    people.wake();
    return world.transact(
        () ->
            new Loaded(
                world.accounts.oldestFirst().map(Account::id).toList(),
                world.jobs.oldestFirst().map(Job::id).toList(),
                world.proposals.oldestFirst().map(Proposal::id).toList(),
                world.contracts.oldestFirst().map(Contract::id).toList()));
  }
}
