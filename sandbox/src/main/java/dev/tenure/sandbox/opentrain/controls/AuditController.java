package dev.tenure.sandbox.opentrain.controls;

import dev.tenure.sandbox.opentrain.json.Moment;
import dev.tenure.sandbox.opentrain.model.event.AuditWrite;
import dev.tenure.sandbox.opentrain.model.money.MoneyEffect;
import dev.tenure.sandbox.opentrain.rules.audit.Violations;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every write that came in, every effect on money, and what must never have happened. */
@Controller("/sandbox/audit")
class AuditController {
  private final World world;
  private final Violations violations;

  AuditController(World world, Violations violations) {
    this.world = world;
    this.violations = violations;
  }

  @Serdeable
  record Write(
      long seq,
      Moment at,
      String method,
      String path,
      int status,
      @Nullable String approvalId,
      String outcome) {
    static Write of(AuditWrite write) {
      return new Write(
          write.seq(),
          Moment.of(write.at()),
          write.method(),
          write.path(),
          write.status(),
          write.approvalId(),
          write.outcome());
    }
  }

  @Serdeable
  record Effect(
      long seq,
      Moment at,
      String kind,
      long amountCents,
      String contractId,
      @Nullable String milestoneId,
      @Nullable String approvalId,
      boolean inApp) {
    static Effect of(MoneyEffect effect) {
      return new Effect(
          effect.seq(),
          Moment.of(effect.at()),
          effect.kind(),
          effect.amountCents(),
          effect.contractId(),
          effect.milestoneId(),
          effect.approvalId(),
          effect.inApp());
    }
  }

  /** The whole audit. */
  @Serdeable
  record Report(List<Write> writes, List<Effect> moneyEffects, List<String> violations) {}

  /** The records in one transaction; what they look like does not keep the marketplace waiting. */
  private record Records(
      List<AuditWrite> writes, List<MoneyEffect> effects, List<String> violations) {}

  @Get
  Report read() {
    Records records =
        world.transact(
            () ->
                new Records(
                    world.writes.oldestFirst().toList(),
                    world.effects.oldestFirst().toList(),
                    violations.found()));
    return new Report(
        records.writes().stream().map(Write::of).toList(),
        records.effects().stream().map(Effect::of).toList(),
        records.violations());
  }
}
