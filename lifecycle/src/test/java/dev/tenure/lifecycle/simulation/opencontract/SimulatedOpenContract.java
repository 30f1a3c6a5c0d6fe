package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** OpenContract as its documents describe it; the timers are due when time passes them. */
final class SimulatedOpenContract {
  final Map<String, SimulatedWorkingContract> byKey = new LinkedHashMap<>();
  private final Consumer<SimulatedWorkingContract> changed;
  ProtocolParameters protocol;
  Instant protocolSince = Instant.MIN;
  Duration settlement = Duration.ofHours(1);

  SimulatedOpenContract(ProtocolParameters protocol, Consumer<SimulatedWorkingContract> changed) {
    this.protocol = protocol;
    this.changed = changed;
  }

  List<SimulatedWorkingContract> contracts() {
    return new ArrayList<>(byKey.values());
  }

  SimulatedWorkingContract contract(String id) {
    return byKey.values().stream().filter(c -> c.id.equals(id)).findFirst().orElseThrow();
  }

  /** Pays once for a key, whatever the number of calls. */
  SimulatedWorkingContract create(NewWorkingContract terms, Instant now) {
    SimulatedWorkingContract known = byKey.get(terms.key());
    if (known != null) {
      return known;
    }
    SimulatedWorkingContract made =
        new SimulatedWorkingContract("contract_" + (byKey.size() + 1), terms, now);
    byKey.put(terms.key(), made);
    changed.accept(made);
    return made;
  }

  boolean accept(SimulatedWorkingContract contract, String worker, Instant now) {
    if (contract.status != WorkingContractStatus.CREATED) {
      return false;
    }
    contract.worker = worker;
    contract.stake = part(contract.terms.price(), protocol.workerStakeRatio());
    to(contract, WorkingContractStatus.MATCHED, now);
    return true;
  }

  void unmatched(SimulatedWorkingContract contract, Instant now) {
    if (contract.status == WorkingContractStatus.CREATED) {
      refund(contract, WorkingContractStatus.CANCELLED_UNMATCHED, now);
    }
  }

  void cancel(SimulatedWorkingContract contract, Instant now) {
    if (contract.status == WorkingContractStatus.CREATED) {
      refund(contract, WorkingContractStatus.CANCELLED_BY_CLIENT, now);
    }
  }

  private void refund(SimulatedWorkingContract contract, WorkingContractStatus to, Instant now) {
    contract.clientOut = contract.terms.price();
    to(contract, to, now);
  }

  void withdraw(SimulatedWorkingContract contract, Instant now) {
    if (contract.status == WorkingContractStatus.MATCHED
        && now.isBefore(contract.terms.deadlines().withdrawal())) {
      Money slashed = part(stake(contract), protocol.earlyWithdrawalSlashRatio());
      contract.clientOut = contract.terms.price().plus(slashed);
      contract.workerOut = stake(contract).minus(slashed);
      to(contract, WorkingContractStatus.CANCELLED_WITHDRAWN, now);
    }
  }

  boolean deliver(SimulatedWorkingContract contract, Instant now) {
    if (contract.status != WorkingContractStatus.MATCHED) {
      return false;
    }
    contract.delivery = "ipfs://delivery-" + contract.id;
    to(contract, WorkingContractStatus.UNDER_REVIEW, now);
    return true;
  }

  void approve(SimulatedWorkingContract contract, Instant now) {
    if (contract.status == WorkingContractStatus.UNDER_REVIEW) {
      allMet(contract);
      resolve(contract, now);
    }
  }

  /** What a dispute of it costs now. */
  Money bond(SimulatedWorkingContract contract) {
    return part(contract.terms.price(), protocol.disputeBondRatio());
  }

  boolean dispute(SimulatedWorkingContract contract, Money bond, Instant now) {
    if (contract.status != WorkingContractStatus.UNDER_REVIEW) {
      return false;
    }
    contract.bond = bond;
    contract.clientIn = contract.clientIn.plus(bond);
    contract.votesUntil = now.plus(Objects.requireNonNull(protocol.votingWindow()));
    to(contract, WorkingContractStatus.DISPUTED, now);
    return true;
  }

  void tally(SimulatedWorkingContract contract, List<String> outcome, Instant now) {
    if (contract.status == WorkingContractStatus.DISPUTED) {
      contract.criteriaMet = List.copyOf(outcome);
      resolve(contract, now);
    }
  }

  private static void allMet(SimulatedWorkingContract contract) {
    contract.criteriaMet =
        contract.terms.acceptanceCriteria().stream().map(criterion -> "met").toList();
  }

  private void resolve(SimulatedWorkingContract contract, Instant now) {
    contract.settlesAt = now.plus(settlement);
    to(contract, WorkingContractStatus.RESOLVED, now);
  }

  /** When the next timer of a contract is due by itself. */
  static Instant due(SimulatedWorkingContract contract) {
    return switch (contract.status) {
      case CREATED -> contract.terms.deadlines().match();
      case MATCHED -> contract.terms.deadlines().delivery();
      case UNDER_REVIEW -> contract.terms.deadlines().review();
      case DISPUTED -> Objects.requireNonNull(contract.votesUntil);
      case RESOLVED -> Objects.requireNonNull(contract.settlesAt);
      default -> Instant.MAX;
    };
  }

  /** Fires every timer of a contract that is due. */
  void pass(SimulatedWorkingContract contract, Instant now) {
    while (!due(contract).isAfter(now)) {
      Instant at = due(contract);
      switch (contract.status) {
        case CREATED -> refund(contract, WorkingContractStatus.CANCELLED_UNMATCHED, at);
        case MATCHED -> {
          Money slashed = part(stake(contract), protocol.absentNoneMetClientShare());
          contract.clientOut = contract.terms.price().plus(slashed);
          contract.treasury = stake(contract).minus(slashed);
          to(contract, WorkingContractStatus.CANCELLED_ABSENT, at);
        }
        case UNDER_REVIEW -> {
          contract.bySilence = true;
          allMet(contract);
          resolve(contract, at);
        }
        case DISPUTED ->
            tally(
                contract,
                contract.terms.acceptanceCriteria().stream().map(c -> "unclear").toList(),
                at);
        case RESOLVED -> settle(contract, at);
        default -> throw new IllegalStateException("no timer: " + contract.id);
      }
    }
  }

  /** By units, apart from the product's own arithmetic. */
  private void settle(SimulatedWorkingContract contract, Instant now) {
    List<String> labels = Objects.requireNonNull(contract.criteriaMet);
    long met = labels.stream().filter("met"::equals).count();
    long judged = labels.stream().filter(label -> !label.equals("unclear")).count();
    Money price = contract.terms.price();
    Money zero = Money.zero(price.currency());
    Money bond = contract.bond == null ? zero : contract.bond;
    long units = price.amount().movePointRight(6).longValueExact();
    long gross = judged == 0 ? units : units * met / judged;
    Money paid = Money.ofMinor(gross, price.currency());
    Money fee = part(paid, protocol.protocolFee());
    Money stake = stake(contract);
    if (gross == 0) {
      Money slashed = part(stake, protocol.absentNoneMetClientShare());
      contract.clientOut = price.plus(slashed).plus(bond);
      contract.treasury = stake.minus(slashed);
      to(contract, WorkingContractStatus.SETTLED_NONE_MET, now);
    } else {
      boolean full = gross == units;
      contract.workerOut = paid.minus(fee).plus(stake);
      contract.clientOut = price.minus(paid).plus(full ? zero : bond);
      contract.treasury = fee.plus(full ? bond : zero);
      to(
          contract,
          full
              ? WorkingContractStatus.SETTLED_FULLY_MET
              : WorkingContractStatus.SETTLED_PARTIALLY_MET,
          now);
    }
    Money in = contract.clientIn.plus(stake);
    Money out = contract.clientOut.plus(contract.workerOut).plus(contract.treasury);
    if (!in.equals(out)) {
      throw new IllegalStateException("the simulated wallet does not conserve: " + contract.id);
    }
  }

  private static Money stake(SimulatedWorkingContract contract) {
    return contract.stake == null ? Money.zero(contract.terms.price().currency()) : contract.stake;
  }

  private static Money part(Money amount, BigDecimal ratio) {
    return new Money(
        amount.amount().multiply(ratio).setScale(6, RoundingMode.FLOOR), amount.currency());
  }

  private void to(SimulatedWorkingContract contract, WorkingContractStatus next, Instant at) {
    contract.to(next, at);
    changed.accept(contract);
  }
}
