package dev.tenure.sandbox.opentrain.controls;

import dev.tenure.sandbox.opentrain.model.event.AuditWrite;
import dev.tenure.sandbox.opentrain.model.event.Delivery;
import dev.tenure.sandbox.opentrain.model.money.MoneyEffect;
import dev.tenure.sandbox.opentrain.rules.audit.Violations;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What happened: every write that came in, every effect on money, what must never have happened,
 * and what was sent to subscribers or is still on its way.
 */
@Controller("/sandbox")
record AuditController(World world, Violations violations) {

  private static final int DELIVERIES = 1_000;

  /** The whole audit. */
  @Serdeable
  record Report(List<AuditWrite> writes, List<MoneyEffect> moneyEffects, List<String> violations) {}

  @Get("/audit")
  Report read() {
    // In one transaction; printing them does not keep the marketplace waiting.
    return world.transact(
        () ->
            new Report(
                world.writes.oldestFirst().toList(),
                world.effects.oldestFirst().toList(),
                violations.found()));
  }

  /** {@code {"deliveries": […]}}, newest first. */
  @Serdeable
  record Deliveries(List<Delivery> deliveries) {}

  @Get("/deliveries")
  Deliveries deliveries() {
    return world.transact(
        () -> new Deliveries(world.deliveries.newestFirst().limit(DELIVERIES).toList()));
  }
}
