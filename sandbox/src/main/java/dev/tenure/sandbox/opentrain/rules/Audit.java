package dev.tenure.sandbox.opentrain.rules;

import dev.tenure.sandbox.opentrain.model.event.AuditWrite;
import dev.tenure.sandbox.opentrain.model.money.MoneyEffect;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Keeps every write that came in and every effect on money, in order. */
@Singleton
public class Audit {
  private final World world;

  Audit(World world) {
    this.world = world;
  }

  public void write(
      String method, String path, int status, @Nullable String approvalId, String outcome) {
    world.writes.append(
        seq -> new AuditWrite(seq, world.now(), method, path, status, approvalId, outcome));
  }

  public void effect(
      String kind, long cents, String contractId, @Nullable String milestoneId, MoneyAuthority by) {
    world.effects.append(
        seq ->
            new MoneyEffect(
                seq,
                world.now(),
                kind,
                cents,
                contractId,
                milestoneId,
                by.approvalId(),
                by.inApp()));
  }
}
