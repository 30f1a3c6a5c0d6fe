package dev.tenure.sandbox.rules;

import dev.tenure.sandbox.world.Approval;
import dev.tenure.sandbox.world.ApprovalStatus;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.MoneyEffect;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Names what must never have happened, judged from the records alone. */
@Singleton
public class Violations {
  private final World world;

  Violations(World world) {
    this.world = world;
  }

  public List<String> found() {
    List<String> words = new ArrayList<>();
    effectsTwice(words);
    effectsWithoutApproval(words);
    approvalsTwice(words);
    world.contracts.oldestFirst().forEach(contract -> descriptionsTwice(contract, words));
    return words;
  }

  private void effectsTwice(List<String> words) {
    Map<String, List<Long>> seen = new HashMap<>();
    world
        .effects
        .oldestFirst()
        .filter(effect -> effect.milestoneId() != null)
        .forEach(
            effect ->
                seen.computeIfAbsent(end(effect) + effect.milestoneId(), key -> new ArrayList<>())
                    .add(effect.seq()));
    seen.forEach(
        (what, at) -> {
          if (at.size() > 1) {
            words.add(what + " happened " + at.size() + " times: effects " + at);
          }
        });
  }

  /** A milestone's escrow ends once, whether it is released or refunded. */
  private static String end(MoneyEffect effect) {
    return switch (effect.kind()) {
      case "escrow_released", "escrow_refunded" -> "the end of the escrow of milestone ";
      default -> effect.kind() + " of milestone ";
    };
  }

  private void effectsWithoutApproval(List<String> words) {
    world
        .effects
        .oldestFirst()
        .filter(effect -> !effect.inApp() && !allowed(effect))
        .forEach(
            effect ->
                words.add(
                    "%s of %d cents on %s without a confirmed approval: effect %d"
                        .formatted(
                            effect.kind(),
                            effect.amountCents(),
                            effect.contractId(),
                            effect.seq())));
  }

  private boolean allowed(MoneyEffect effect) {
    Approval approval =
        effect.approvalId() == null ? null : world.approvals.find(effect.approvalId());
    return approval != null && approval.status() == ApprovalStatus.CONFIRMED;
  }

  private void approvalsTwice(List<String> words) {
    Map<String, String> open = new HashMap<>();
    world
        .approvals
        .oldestFirst()
        .filter(Approval::pending)
        .forEach(
            approval -> {
              String what = approval.type().word() + " of " + approval.subject();
              String other = open.put(what, approval.id());
              if (other != null) {
                words.add(
                    "two open approvals for " + what + ": " + other + " and " + approval.id());
              }
            });
  }

  private static void descriptionsTwice(Contract contract, List<String> words) {
    Map<String, String> seen = new HashMap<>();
    contract
        .milestones()
        .forEach(
            milestone ->
                Stream.of(milestone.terms().description())
                    .filter(Objects::nonNull)
                    .forEach(
                        description -> {
                          String other = seen.put(description, milestone.id());
                          if (other != null) {
                            words.add(
                                "two milestones with one description on %s: %s and %s"
                                    .formatted(contract.id(), other, milestone.id()));
                          }
                        }));
  }
}
