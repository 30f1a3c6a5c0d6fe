package dev.tenure.sandbox.scenario;

import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.market.Orders;
import dev.tenure.sandbox.rules.InTheApp;
import dev.tenure.sandbox.rules.MilestoneOrder;
import dev.tenure.sandbox.rules.MilestonesInTheApp;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.EscrowChoice;
import dev.tenure.sandbox.world.MilestoneStatus;
import dev.tenure.sandbox.world.Proposal;
import dev.tenure.sandbox.world.Terms;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Contracts of a scenario, brought to where they stand by what people do in the app. */
@Singleton
class Work {
  private static final long MOST_USAGE = 1_000_000_000;

  private final World world;
  private final InTheApp app;
  private final MilestonesInTheApp milestones;

  Work(World world, InTheApp app, MilestonesInTheApp milestones) {
    this.world = world;
    this.app = app;
    this.milestones = milestones;
  }

  void build(Fields fields) {
    String proposalId = fields.text("proposal");
    Proposal proposal = world.proposals.find(proposalId);
    if (proposal == null || proposal.contractId() != null) {
      throw Refusal.field(fields.name("proposal"), "must be one that is not hired yet");
    }
    List<Fields> all = fields.objects("milestones");
    if (all.isEmpty()) {
      throw Refusal.field(fields.name("milestones"), "must hold at least the first one");
    }
    Contract contract = hire(proposalId, all.getFirst());
    String first = contract.milestones().getFirst().id();
    bring(all.getFirst(), first, MilestoneStatus.ACTIVE_FUNDED);
    for (Fields later : all.subList(1, all.size())) {
      MilestoneOrder order = Orders.milestone(later);
      String id = within(later, () -> app.createMilestone(contract.id(), order)).id();
      bring(later, id, MilestoneStatus.NOT_FUNDED);
    }
    use(fields.maybeObject("usage"), contract.id());
    if (fields.flag("ended", false)) {
      app.end(contract.id(), EscrowChoice.REFUND);
    }
  }

  private Contract hire(String proposalId, Fields first) {
    Terms terms = Orders.terms(first);
    return within(first, () -> app.hire(proposalId, terms));
  }

  /** What the marketplace refuses is told with its place in the scenario. */
  private static <T> T within(Fields part, Supplier<T> act) {
    try {
      return act.get();
    } catch (Refusal refusal) {
      String field = refusal.details().getOrDefault("field", "").toString();
      throw Refusal.field(
          part.name(field).replaceFirst("\\.$", ""), "cannot be so: " + refusal.words());
    }
  }

  private void bring(Fields fields, String id, MilestoneStatus from) {
    MilestoneStatus to = Builder.word(fields, "state", MilestoneStatus.values(), from);
    if (to == from) {
      request(fields, id, to);
      return;
    }
    boolean funded = from == MilestoneStatus.ACTIVE_FUNDED;
    switch (to) {
      case NOT_FUNDED -> throw Refusal.field(fields.name("state"), "the first one is born funded");
      case ACTIVE_FUNDED -> within(fields, () -> milestones.fund(id));
      case CANCELLED -> {
        if (funded) {
          throw Refusal.field(fields.name("state"), "the first one is REFUNDED, not CANCELLED");
        }
        within(fields, () -> milestones.cancel(id));
      }
      case PAID, REFUNDED, DISPUTED -> {
        if (!funded) {
          within(fields, () -> milestones.fund(id));
        }
        settle(fields, id, to);
      }
    }
    request(fields, id, to);
  }

  private void settle(Fields fields, String id, MilestoneStatus to) {
    switch (to) {
      case PAID -> within(fields, () -> milestones.pay(id));
      case REFUNDED -> within(fields, () -> milestones.refund(id));
      default -> within(fields, () -> milestones.dispute(id));
    }
  }

  private void request(Fields fields, String id, MilestoneStatus state) {
    if (fields.flag("payoutRequested", false)) {
      if (state != MilestoneStatus.ACTIVE_FUNDED) {
        throw Refusal.field(fields.name("payoutRequested"), "needs the state ACTIVE_FUNDED");
      }
      within(fields, () -> milestones.requestPayout(id));
    }
  }

  private void use(@Nullable Fields usage, String contractId) {
    if (usage != null) {
      app.use(
          contractId,
          usage.whole("seconds", 0, MOST_USAGE, 0),
          usage.whole("labels", 0, MOST_USAGE, 0),
          usage.whole("tasks", 0, MOST_USAGE, 0));
    }
  }
}
