package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.people.Clockwork;
import dev.tenure.sandbox.people.Clockwork.Order;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.Iso;
import dev.tenure.sandbox.world.MarketClock.Reading;
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
import java.math.BigDecimal;
import java.time.Duration;

/** The marketplace's clock: how far ahead of the wall's, how fast, and how long approvals last. */
@Controller("/sandbox/clock")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ClockController {
  private static final long FARTHEST_MS = 3_650L * 24 * 60 * 60 * 1000;

  private final World world;
  private final Clockwork clockwork;
  private final Bodies bodies;

  ClockController(World world, Clockwork clockwork, Bodies bodies) {
    this.world = world;
    this.clockwork = clockwork;
    this.bodies = bodies;
  }

  /**
   * The clock as it stands.
   *
   * @param now the marketplace's time
   * @param wall the time of the machine, in which every time that a client sees is written
   */
  @Serdeable
  record View(String now, String wall, long offsetMs, double speed, long approvalWindowMs) {}

  @Get
  View read() {
    return world.transact(this::view);
  }

  /** Changes what is named. Time never goes back. */
  @Put
  View set(HttpRequest<byte[]> request) {
    clockwork.move(() -> bodies.strict(request, this::change));
    return read();
  }

  /** Lets time pass at once: {@code {"ms": 259200000}}. */
  @Post("/advance")
  View advance(HttpRequest<byte[]> request) {
    clockwork.move(() -> bodies.strict(request, this::later));
    return read();
  }

  private Order change(Fields body) {
    Reading now = world.clock().read();
    long offset = now.ahead().toMillis();
    BigDecimal speed = body.maybePositive("speed");
    long ahead = body.whole("offsetMs", 0, FARTHEST_MS, Math.max(0, offset));
    long window =
        body.whole("approvalWindowMs", 1, FARTHEST_MS, world.settings().approvalWindowMs());
    if (body.has("offsetMs") && ahead < offset) {
      throw Refusal.field("offsetMs", "must be at least " + offset + ": time never goes back");
    }
    world.set(world.settings().window(window));
    long leap = body.has("offsetMs") ? ahead - offset : 0;
    return new Order(Duration.ofMillis(leap), speed == null ? null : Clockwork.speed(speed));
  }

  private Order later(Fields body) {
    long ms = required(body);
    if (world.clock().read().ahead().toMillis() + ms > FARTHEST_MS) {
      throw Refusal.field("ms", "leads too far ahead of the wall's time");
    }
    return new Order(Duration.ofMillis(ms), null);
  }

  private static long required(Fields body) {
    if (!body.has("ms")) {
      throw Refusal.field("ms", "is required");
    }
    return body.whole("ms", 0, FARTHEST_MS, 0);
  }

  private View view() {
    Reading now = world.clock().read();
    return new View(
        Iso.of(now.market()),
        Iso.of(now.wall()),
        now.ahead().toMillis(),
        world.clock().timeline().speed(),
        world.settings().approvalWindowMs());
  }
}
