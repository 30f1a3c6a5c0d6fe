package dev.tenure.sandbox.opentrain.controls;

import dev.tenure.sandbox.opentrain.json.Moment;
import dev.tenure.sandbox.opentrain.model.event.Delivery;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent to subscribers, and what is still on its way. */
@Controller("/sandbox/deliveries")
class DeliveryController {
  private static final int ROWS = 1_000;

  private final World world;

  DeliveryController(World world) {
    this.world = world;
  }

  /** One event on its way to one subscriber, or arrived, or given up. */
  @Serdeable
  record View(
      String id,
      String webhookId,
      long eventId,
      Delivery.State state,
      int attempts,
      Moment nextAt,
      @Nullable String lastOutcome) {
    static View of(Delivery delivery) {
      return new View(
          delivery.id(),
          delivery.webhookId(),
          delivery.eventId(),
          delivery.state(),
          delivery.attempts(),
          Moment.of(delivery.nextAt()),
          delivery.lastOutcome());
    }
  }

  /** {@code {"deliveries": […]}}, newest first. */
  @Serdeable
  record All(List<View> deliveries) {}

  @Get
  All read() {
    return world.transact(
        () -> new All(world.deliveries.newestFirst().limit(ROWS).map(View::of).toList()));
  }
}
