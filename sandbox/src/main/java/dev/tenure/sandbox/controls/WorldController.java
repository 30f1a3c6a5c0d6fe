package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.people.People;
import dev.tenure.sandbox.scenario.Scenarios;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Job;
import dev.tenure.sandbox.world.Proposal;
import dev.tenure.sandbox.world.Settings;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The marketplace as a whole: its settings, and the way back to the beginning. */
@Controller("/sandbox")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class WorldController {
  private static final long MOST_REQUESTS = 1_000_000;
  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;

  private final World world;
  private final Scenarios scenarios;
  private final People people;
  private final Bodies bodies;

  WorldController(World world, Scenarios scenarios, People people, Bodies bodies) {
    this.world = world;
    this.scenarios = scenarios;
    this.people = people;
    this.bodies = bodies;
  }

  /** {@code {"reset": true}}. */
  @Serdeable
  record Reset(boolean reset) {}

  @Get("/settings")
  Settings settings() {
    return world.transact(world::settings);
  }

  /** Changes what is named; a new window applies to approvals that are asked for from now on. */
  @Put("/settings")
  Settings set(HttpRequest<byte[]> request) {
    Settings changed =
        world.transact(
            () -> {
              Settings next = bodies.strict(request, fields -> read(fields, world.settings()));
              world.set(next);
              return next;
            });
    people.wake();
    return changed;
  }

  private static Settings read(Fields fields, Settings now) {
    return new Settings(
        fields.whole("approvalWindowMs", 1, LONGEST_MS, now.approvalWindowMs()),
        fields.flag("sweeper", now.sweeper()),
        fields.flag("payoutEvents", now.payoutEvents()),
        fields.whole("tokenRequestsPerMinute", 0, MOST_REQUESTS, now.tokenRequestsPerMinute()),
        fields.whole("addressRequestsPerMinute", 0, MOST_REQUESTS, now.addressRequestsPerMinute()));
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
  byte[] scenario() {
    return scenarios.beginning();
  }

  /** Replaces the whole world by that of the scenario. */
  @Post("/scenario")
  Loaded load(HttpRequest<byte[]> request) {
    scenarios.load(bodies.read(request));
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
