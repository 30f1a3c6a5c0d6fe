package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.MoneyAuthority;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.rules.money.Escrow;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contracts and their milestones: in sight, created, their money asked for, and their end. */
@Singleton
public class Contracts {
  private static final BigDecimal MOST_USD = new BigDecimal("1000000000");
  private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

  private final World world;
  private final Approvals approvals;
  private final Escrow escrow;
  private final Feed feed;

  Contracts(World world, Approvals approvals, Escrow escrow, Feed feed) {
    this.world = world;
    this.approvals = approvals;
    this.escrow = escrow;
    this.feed = feed;
  }

  /** A milestone as a client wants to have it created. */
  public record NewMilestone(
      @Nullable String name,
      String description,
      @Nullable BigDecimal amountUsd,
      @Nullable BigDecimal volume,
      @Nullable Instant dueDate) {}

  /** The caller's contract; another account's cannot be told from one that never was. */
  public Contract see(Caller caller, String contractId) {
    return Refusal.found(
        caller.own(world.contracts.find(contractId), Contract::accountId),
        "contracts",
        "contractId",
        contractId);
  }

  /** Ends it at once (empty) when no money is held, else asks a person. */
  public Optional<Approvals.Requested> requestEnd(Caller caller, String contractId) {
    Contract contract = see(caller, contractId);
    requireActive(contract);
    if (contract.holding().isEmpty()) {
      // An approval asked for while money was held is settled by this end.
      carryOutEnd(contractId, EscrowChoice.REFUND, MoneyAuthority.IN_APP);
      approvals.drop(Approval.Type.CONTRACT_END, contractId);
      return Optional.empty();
    }
    return Optional.of(
        approvals.askOnce(
            caller,
            new Approvals.Subject(
                Approval.Type.CONTRACT_END, contractId, contract.jobId(), contractId, null)));
  }

  /** Ends it: what is held goes where the person said, and nothing more can be decided on it. */
  public Map<String, Object> carryOutEnd(
      String contractId, EscrowChoice choice, MoneyAuthority by) {
    Contract contract = world.contracts.get(contractId);
    requireActive(contract);
    for (Milestone milestone : contract.holding()) {
      switch (choice) {
        case REFUND -> escrow.refund(contract, milestone, by);
        case RELEASE -> escrow.release(contract, milestone, by);
      }
    }
    world.put(world.contracts.get(contractId).ended(world.now()));
    for (Milestone milestone : contract.milestones()) {
      approvals.drop(Approval.Type.MILESTONE_FUND, milestone.id());
      approvals.drop(Approval.Type.MILESTONE_APPROVE, milestone.id());
      escrow.dropBill(milestone.id());
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("contractEnded", true);
    return evidence;
  }

  void requireActive(Contract contract) {
    if (!contract.active()) {
      throw Refusal.conflict("contract_ended", "This contract has already ended.");
    }
  }

  /** Creates it at once and every time anew: the marketplace knows no idempotency key here. */
  public Milestone create(Contract contract, NewMilestone order) {
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

  public Approvals.Requested requestFunding(Caller caller, String milestoneId) {
    Contract contract = holding(caller, milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    requireLiving(contract, milestone);
    if (!milestone.at(Milestone.Status.NOT_FUNDED)) {
      throw wrong("milestone_not_fundable", "This milestone is already funded.", milestone);
    }
    if (approvals.pending(Approval.Type.MILESTONE_FUND, milestoneId) == null) {
      long amount = milestone.terms().amountCents();
      escrow.requireMeans(caller.account(), amount + Fees.atFunding(amount));
    }
    return ask(caller, Approval.Type.MILESTONE_FUND, contract, milestoneId);
  }

  public Approvals.Requested requestRelease(Caller caller, String milestoneId) {
    Contract contract = holding(caller, milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    requireLiving(contract, milestone);
    if (!milestone.at(Milestone.Status.ACTIVE_FUNDED)) {
      throw wrong("milestone_not_funded", "This milestone holds no money.", milestone);
    }
    return ask(caller, Approval.Type.MILESTONE_APPROVE, contract, milestoneId);
  }

  /** A new milestone of the contract, not yet kept; its number was never used before. */
  Milestone drafted(Contract contract, Terms terms, @Nullable BigDecimal volume) {
    return new Milestone(
        world.newId("mst"),
        contract.milestones().size() + 1,
        terms,
        volume,
        Milestone.Status.NOT_FUNDED,
        false,
        false,
        null,
        world.now());
  }

  private Approvals.Requested ask(
      Caller caller, Approval.Type type, Contract contract, String milestoneId) {
    return approvals.askOnce(
        caller, new Approvals.Subject(type, milestoneId, contract.jobId(), contract.id(), null));
  }

  private Contract holding(Caller caller, String milestoneId) {
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

  private static long amount(Contract contract, NewMilestone order) {
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
    InvalidRequest.require(
        given == null || given.subtract(exact).abs().compareTo(HALF_A_CENT) <= 0,
        "amountUsd",
        "must be the rate times the volume");
    InvalidRequest.require(
        exact.compareTo(MOST_USD) <= 0, "volume", "must be worth at most " + MOST_USD + " dollars");
    InvalidRequest.require(
        exact.setScale(2, RoundingMode.HALF_UP).signum() != 0,
        "volume",
        "must be worth at least a cent");
    return Money.cents(exact);
  }

  private static BigDecimal required(String field, @Nullable BigDecimal value) {
    if (value == null) {
      throw InvalidRequest.field(field, "is required on this contract");
    }
    return value;
  }
}
