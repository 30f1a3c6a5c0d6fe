package dev.tenure.sandbox.opentrain.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.clock.MarketClock.Reading;
import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Delay;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opentrain.json.Iso;
import dev.tenure.sandbox.opentrain.people.ClockMover;
import dev.tenure.sandbox.opentrain.people.ClockMover.Order;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The marketplace's clock: how far ahead of the wall's, how fast, and how long approvals last. */
@Controller("/sandbox/clock")
@Consumes(MediaType.ALL)
record ClockController(World world, ClockMover clockMover) {

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

  /** What is to change about the clock. */
  @Serdeable
  @Strict
  record Change(
      @Nullable
          @DecimalMin(value = ClockMover.SLOWEST, message = ClockMover.SPEEDS)
          @DecimalMax(value = ClockMover.FASTEST, message = ClockMover.SPEEDS)
          BigDecimal speed,
      @Nullable @Delay Long offsetMs,
      @Nullable @Min(1) @Max(Constraints.TEN_YEARS_MS) Long approvalWindowMs)
      implements RequestBody {
    static final Change NONE = new Change(null, null, null);
  }

  /** {@code {"ms": 259200000}}. */
  @Serdeable
  @Strict
  record Advance(@Required @Delay Long ms) implements RequestBody {}

  /** Changes what is named. Time never goes back. */
  @Put
  View set(@Body @Nullable Change change) {
    clockMover.move(() -> order(requireNonNullElse(change, Change.NONE)));
    return read();
  }

  /** Lets time pass at once. */
  @Post("/advance")
  View advance(@Body Advance advance) {
    clockMover.move(() -> order(advance));
    return read();
  }

  private Order order(Change change) {
    long ahead = world.clock().read().ahead().toMillis();
    Long offset = change.offsetMs();
    InvalidRequest.require(
        offset == null || offset >= ahead,
        "offsetMs",
        "must be at least " + ahead + ": time never goes back");
    Double speed = change.speed() == null ? null : (Double) change.speed().doubleValue();
    if (change.approvalWindowMs() != null) {
      world.set(world.settings().window(change.approvalWindowMs()));
    }
    return new Order(Duration.ofMillis(offset == null ? 0 : offset - ahead), speed);
  }

  private Order order(Advance advance) {
    InvalidRequest.require(
        world.clock().read().ahead().toMillis() + advance.ms() <= Constraints.TEN_YEARS_MS,
        "ms",
        "leads too far ahead of the wall's time");
    return new Order(Duration.ofMillis(advance.ms()), null);
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
