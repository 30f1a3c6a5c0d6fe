package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.people.People;
import dev.tenure.sandbox.rules.DefaultWorld;
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

/** The marketplace as a whole: its settings, and the way back to the beginning. */
@Controller("/sandbox")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class WorldController {
  private static final long MOST_REQUESTS = 1_000_000;
  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;

  private final World world;
  private final DefaultWorld beginning;
  private final People people;
  private final Bodies bodies;

  WorldController(World world, DefaultWorld beginning, People people, Bodies bodies) {
    this.world = world;
    this.beginning = beginning;
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
    boolean done = beginning.rebuild();
    people.wake();
    return new Reset(done);
  }
}
