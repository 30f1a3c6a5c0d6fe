package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.ApprovalType;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.MilestoneStatus;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Links;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.rules.money.Escrow;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creating milestones, and asking for their money. */
@Singleton
public class Milestones {
  private static final BigDecimal MOST_USD = new BigDecimal("1000000000");
  private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

  private final World world;
  private final Approvals approvals;
  private final Escrow escrow;
  private final Feed feed;
  private final Links links;

  Milestones(World world, Approvals approvals, Escrow escrow, Feed feed, Links links) {
    this.world = world;
    this.approvals = approvals;
    this.escrow = escrow;
    this.feed = feed;
    this.links = links;
  }

  /** Creates it at once and every time anew: the marketplace knows no idempotency key here. */
  public Milestone create(Contract contract, MilestoneOrder order) {
    Terms terms =
        new Terms(order.name(), order.description(), amount(contract, order), order.dueDate());
    if (!contract.active()) {
      throw ended();
    }
    BigDecimal volume = contract.paymentType().byVolume() ? order.volume() : null;
    Milestone milestone = drafted(contract, terms, volume);
    world.put(contract.plus(milestone, world.now()));
    feed.milestoneChanged(contract, milestone);
    return milestone;
  }

  public RequestedApproval requestFunding(Caller caller, String milestoneId) {
    Contract contract = see(caller, milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    requireLiving(contract, milestone);
    if (!milestone.at(MilestoneStatus.NOT_FUNDED)) {
      throw wrong("milestone_not_fundable", "This milestone is already funded.", milestone);
    }
    if (approvals.pending(ApprovalType.MILESTONE_FUND, milestoneId) == null) {
      long amount = milestone.terms().amountCents();
      escrow.requireMeans(caller.account(), amount + Fees.atFunding(amount), links.billing());
    }
    return ask(caller, ApprovalType.MILESTONE_FUND, contract, milestoneId);
  }

  public RequestedApproval requestRelease(Caller caller, String milestoneId) {
    Contract contract = see(caller, milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    requireLiving(contract, milestone);
    if (!milestone.at(MilestoneStatus.ACTIVE_FUNDED)) {
      throw wrong("milestone_not_funded", "This milestone holds no money.", milestone);
    }
    return ask(caller, ApprovalType.MILESTONE_APPROVE, contract, milestoneId);
  }

  /** A new milestone of the contract, not yet kept; its number was never used before. */
  Milestone drafted(Contract contract, Terms terms, @Nullable BigDecimal volume) {
    return new Milestone(
        world.newId("mst"),
        contract.milestones().size() + 1,
        terms,
        volume,
        MilestoneStatus.NOT_FUNDED,
        false,
        false,
        null,
        world.now());
  }

  private RequestedApproval ask(
      Caller caller, ApprovalType type, Contract contract, String milestoneId) {
    return approvals.askOnce(
        caller,
        new Approvals.Subject(type, contract.jobId(), null, contract.id(), milestoneId, null),
        milestoneId);
  }

  private Contract see(Caller caller, String milestoneId) {
    return Refusal.found(
        caller.own(world.contractOf(milestoneId), Contract::accountId),
        "milestones",
        "milestoneId",
        milestoneId);
  }

  private static void requireLiving(Contract contract, Milestone milestone) {
    if (!milestone.status().shown()) {
      throw wrong("milestone_cancelled", "This milestone was cancelled.", milestone);
    }
    if (!contract.active()) {
      throw ended();
    }
  }

  private static Refusal ended() {
    return Refusal.conflict("contract_ended", "This contract has ended.");
  }

  private static Refusal wrong(String reason, String words, Milestone milestone) {
    return Refusal.conflict(reason, words, Map.of("milestoneStatus", milestone.status().name()));
  }

  private static long amount(Contract contract, MilestoneOrder order) {
    if (!contract.paymentType().byVolume()) {
      return Money.cents(required("amountUsd", order.amountUsd()));
    }
    BigDecimal volume = required("volume", order.volume());
    BigDecimal rate = contract.rateUsd();
    if (rate == null) {
      throw Refusal.conflict(
          "contract_rate_missing", "This contract has no rate to check the amount against.");
    }
    BigDecimal exact = rate.multiply(volume);
    BigDecimal given = order.amountUsd();
    Refusal.require(
        given == null || given.subtract(exact).abs().compareTo(HALF_A_CENT) <= 0,
        "amountUsd",
        "must be the rate times the volume");
    Refusal.require(
        exact.compareTo(MOST_USD) <= 0, "volume", "must be worth at most " + MOST_USD + " dollars");
    Refusal.require(
        exact.setScale(2, RoundingMode.HALF_UP).signum() != 0,
        "volume",
        "must be worth at least a cent");
    return Money.cents(exact);
  }

  private static BigDecimal required(String field, @Nullable BigDecimal value) {
    if (value == null) {
      throw Refusal.field(field, "is required on this contract");
    }
    return value;
  }
}
