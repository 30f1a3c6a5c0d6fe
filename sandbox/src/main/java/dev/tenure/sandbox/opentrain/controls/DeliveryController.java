package dev.tenure.sandbox.opentrain.controls;

import dev.tenure.sandbox.opentrain.model.event.Delivery;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What was sent to subscribers, and what is still on its way. */
@Controller("/sandbox/deliveries")
class DeliveryController {
  private static final int ROWS = 1_000;

  private final World world;

  DeliveryController(World world) {
    this.world = world;
  }

  /** {@code {"deliveries": […]}}, newest first. */
  @Serdeable
  record All(List<Delivery> deliveries) {}

  @Get
  All read() {
    return world.transact(() -> new All(world.deliveries.newestFirst().limit(ROWS).toList()));
  }
}
