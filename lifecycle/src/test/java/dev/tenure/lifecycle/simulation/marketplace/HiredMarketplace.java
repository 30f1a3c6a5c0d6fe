package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Ok;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A marketplace with a few proposals, and short ways to bring it to where a test begins. */
final class HiredMarketplace {
  static final MilestonePlan FIRST = plan("Batch 1", "450");
  static final MilestonePlan SECOND = plan("Batch 2", "250.50");
  static final String TAG = "tenure:hir_1/m2";

  final SimulatedMarketplace marketplace =
      new SimulatedMarketplace()
          .addProposal("prp", PaymentType.FIXED_PRICE, new BigDecimal("500"))
          .addProposal("prp_hourly", PaymentType.PAY_PER_HOUR, new BigDecimal("25"))
          .addProposal("prp_label", PaymentType.PAY_PER_LABEL, new BigDecimal("0.06"))
          .addProposal("prp_no_rate", PaymentType.PAY_PER_HOUR, null)
          .addForeignProposal("prp_foreign");

  Instant now = Instant.parse("2026-06-12T09:30:00Z");

  static MilestonePlan plan(String name, String amount) {
    return plan(name, amount, null);
  }

  static MilestonePlan plan(String name, String amount, @Nullable String volume) {
    return new MilestonePlan(
        "m",
        name,
        "Dashcam frames",
        Money.usd(amount),
        null,
        FundRule.atStart(),
        null,
        volume == null ? null : new BigDecimal(volume));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Hires by approval; the contract's id. */
  String hire(String proposalId) {
    ApprovalSnapshot asked = pending(marketplace.requestHire(proposalId, FIRST, true, now));
    marketplace.people().confirm(asked.id(), now).value();
    return contractId(proposalId);
  }

  String contractId(String proposalId) {
    return Objects.requireNonNull(marketplace.proposal(proposalId).contract()).id();
  }

  /** The milestone of that number. */
  String milestoneId(String contractId, int number) {
    return marketplace.contract(contractId).milestones().get(number - 1).id();
  }

  MilestoneSnapshot create(String contractId) {
    return marketplace.createMilestone(contractId, SECOND, TAG, now).value();
  }

  static ApprovalSnapshot pending(MarketplaceAnswer<AskAnswer> answer) {
    return answer.value() instanceof AskAnswer.Pending(ApprovalSnapshot approval)
        ? approval
        : fail(answer);
  }

  /** An answer as a line of a table, e.g. {@code 409 contract_ended}. */
  static String words(MarketplaceAnswer<?> answer) {
    return switch (answer) {
      case Ok<?>(AskAnswer.Pending(ApprovalSnapshot approval)) -> "202 " + approval.type();
      case Ok<?>(AskAnswer.Done()) -> "200 ended";
      case Ok<?> ignored -> "ok";
      case Problem<?> problem ->
          problem.status() + " " + (problem.reason() == null ? problem.detail() : problem.reason());
    };
  }

  private static ApprovalSnapshot fail(MarketplaceAnswer<?> answer) {
    throw new AssertionError("not pending: " + answer);
  }
}
