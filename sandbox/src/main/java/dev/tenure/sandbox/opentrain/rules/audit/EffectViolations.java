package dev.tenure.sandbox.opentrain.rules.audit;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.money.MoneyEffect;
import dev.tenure.sandbox.opentrain.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Effects on money that happened twice, or that nobody allowed. */
final class EffectViolations {
  private static final Set<String> FUNDING = Set.of("escrow_funded", "fee_charged");

  private final World world;
  private final Map<String, List<Long>> seen = new HashMap<>();
  private final TreeSet<String> twice = new TreeSet<>();
  private final List<MoneyEffect> notAllowed = new ArrayList<>();
  private long last;

  EffectViolations(World world) {
    this.world = world;
  }

  void forget() {
    seen.clear();
    twice.clear();
    notAllowed.clear();
    last = 0;
  }

  /** Effects are only ever appended. */
  void readOn() {
    world.effects.after(last).forEach(this::judge);
  }

  Stream<String> words() {
    notAllowed.removeIf(this::allowed);
    return Stream.concat(twice.stream().map(this::twice), notAllowed.stream().map(this::bare));
  }

  private void judge(MoneyEffect effect) {
    last = effect.seq();
    if (effect.milestoneId() != null) {
      String what = end(effect) + effect.milestoneId();
      List<Long> places = seen.computeIfAbsent(what, key -> new ArrayList<>(1));
      places.add(effect.seq());
      if (places.size() > 1) {
        twice.add(what);
      }
    }
    if (!effect.inApp() && !allowed(effect)) {
      notAllowed.add(effect);
    }
  }

  /** A milestone's escrow ends once, whether it is released or refunded. */
  private static String end(MoneyEffect effect) {
    return switch (effect.kind()) {
      case "escrow_released", "escrow_refunded" -> "the end of the escrow of milestone ";
      default -> effect.kind() + " of milestone ";
    };
  }

  private boolean allowed(MoneyEffect effect) {
    Approval approval =
        effect.approvalId() == null ? null : world.approvals.find(effect.approvalId());
    return approval != null
        && approval.status() == Approval.Status.CONFIRMED
        && fits(approval, effect);
  }

  /** A confirmed approval allows its own effect, not any. */
  private static boolean fits(Approval approval, MoneyEffect effect) {
    return switch (approval.type()) {
      case PROPOSAL_HIRE -> FUNDING.contains(effect.kind()) && hired(approval, effect);
      case MILESTONE_FUND ->
          FUNDING.contains(effect.kind()) && approval.subject().equals(effect.milestoneId());
      case MILESTONE_APPROVE ->
          effect.kind().equals("escrow_released")
              && approval.subject().equals(effect.milestoneId());
      case CONTRACT_END ->
          !FUNDING.contains(effect.kind()) && approval.subject().equals(effect.contractId());
    };
  }

  private static boolean hired(Approval approval, MoneyEffect effect) {
    return approval.result() != null
        && effect.contractId().equals(approval.result().get("contractId"));
  }

  private String twice(String what) {
    List<Long> places = seen.getOrDefault(what, List.of());
    return what + " happened " + places.size() + " times: effects " + places;
  }

  private String bare(MoneyEffect effect) {
    return "%s of %d cents on %s without a confirmed approval: effect %d"
        .formatted(effect.kind(), effect.amountCents(), effect.contractId(), effect.seq());
  }
}
