package dev.tenure.sandbox.opentrain.controls;

import dev.tenure.sandbox.opentrain.model.event.AuditWrite;
import dev.tenure.sandbox.opentrain.model.money.MoneyEffect;
import dev.tenure.sandbox.opentrain.rules.audit.Violations;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Every write that came in, every effect on money, and what must never have happened. */
@Controller("/sandbox/audit")
class AuditController {
  private final World world;
  private final Violations violations;

  AuditController(World world, Violations violations) {
    this.world = world;
    this.violations = violations;
  }

  /** The whole audit. */
  @Serdeable
  record Report(List<AuditWrite> writes, List<MoneyEffect> moneyEffects, List<String> violations) {}

  /** The records in one transaction; what they look like does not keep the marketplace waiting. */
  @Get
  Report read() {
    return world.transact(
        () ->
            new Report(
                world.writes.oldestFirst().toList(),
                world.effects.oldestFirst().toList(),
                violations.found()));
  }
}
