package dev.tenure.lifecycle.opencontract.hire;

import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a Working Contract pays to whom, by OpenContract's rules: it tells no transfers.
 * Every part is rounded down to the unit and the rest goes to the other side, so that together they
 * are what was paid in.
 *
 * @param gross the Worker's part of the price, before the fee
 * @param fee the Treasury's part of that
 * @param refund the Client's part of the price
 * @param compensation the Client's part of the Worker's stake
 * @param stakeBack the Worker's part of it
 * @param stakeSlashed the Treasury's part of it
 * @param bondBack the Client's bond where it comes back
 * @param bondSlashed the same where it goes to the Treasury
 */
public record Settlement(
    Money gross,
    Money fee,
    Money refund,
    Money compensation,
    Money stakeBack,
    Money stakeSlashed,
    Money bondBack,
    Money bondSlashed) {

  private static final String MET = "met";
  private static final String UNCLEAR = "unclear";

  /**
   * That of a contract that has ended; empty before, and while the protocol is not known that it
   * depends on.
   */
  public static Optional<Settlement> of(WorkingContract contract) {
    WorkingContractStatus status = contract.status().orElse(null);
    if (status == null) {
      return Optional.empty();
    }
    return switch (status) {
      case CREATED, MATCHED, UNDER_REVIEW, DISPUTED, RESOLVED -> Optional.empty();
      case CANCELLED_BY_CLIENT, CANCELLED_UNMATCHED -> Optional.of(refunded(contract));
      case CANCELLED_WITHDRAWN, CANCELLED_ABSENT ->
          parametersOf(contract).map(p -> lost(contract, status, p));
      case SETTLED_FULLY_MET, SETTLED_PARTIALLY_MET, SETTLED_NONE_MET ->
          parametersOf(contract).map(p -> judged(contract, status, p));
    };
  }

  /** What a dispute of a contract of that price puts at risk. */
  public static Money bond(Money price, ProtocolParameters protocol) {
    return price.times(protocol.disputeBondRatio());
  }

  private static Optional<ProtocolParameters> parametersOf(WorkingContract contract) {
    return Optional.ofNullable(contract.protocol());
  }

  private static Settlement refunded(WorkingContract contract) {
    Money nothing = Money.zero(contract.price().currency());
    return new Settlement(
        nothing, nothing, contract.escrowed(), nothing, nothing, nothing, nothing, nothing);
  }

  private static Settlement lost(
      WorkingContract contract, WorkingContractStatus status, ProtocolParameters protocol) {
    Money nothing = Money.zero(contract.price().currency());
    Money stake = stake(contract, protocol);
    boolean withdrew = status == WorkingContractStatus.CANCELLED_WITHDRAWN;
    Money compensation =
        stake.times(
            withdrew ? protocol.earlyWithdrawalSlashRatio() : protocol.absentNoneMetClientShare());
    Money rest = stake.minus(compensation);
    return new Settlement(
        nothing,
        nothing,
        contract.escrowed(),
        compensation,
        withdrew ? rest : nothing,
        withdrew ? nothing : rest,
        nothing,
        nothing);
  }

  private static Settlement judged(
      WorkingContract contract, WorkingContractStatus status, ProtocolParameters protocol) {
    Money nothing = Money.zero(contract.price().currency());
    Money stake = stake(contract, protocol);
    Money bond = Objects.requireNonNullElse(contract.shown().bond(), nothing);
    Money gross = gross(contract, status);
    boolean none = status == WorkingContractStatus.SETTLED_NONE_MET;
    Money compensation = none ? stake.times(protocol.absentNoneMetClientShare()) : nothing;
    boolean bondLost = status == WorkingContractStatus.SETTLED_FULLY_MET;
    return new Settlement(
        gross,
        gross.times(protocol.protocolFee()),
        contract.escrowed().minus(gross),
        compensation,
        none ? nothing : stake,
        none ? stake.minus(compensation) : nothing,
        bondLost ? nothing : bond,
        bondLost ? bond : nothing);
  }

  /** The status says which of the three it is, and the criteria how much of the price is due. */
  private static Money gross(WorkingContract contract, WorkingContractStatus status) {
    Money escrowed = contract.escrowed();
    return switch (status) {
      case SETTLED_FULLY_MET -> escrowed;
      case SETTLED_NONE_MET -> Money.zero(escrowed.currency());
      default -> part(escrowed, contract.shown());
    };
  }

  private static Money part(Money escrowed, WorkingContractSnapshot shown) {
    @Nullable List<String> criteria = shown.criteriaMet();
    if (criteria == null) {
      return escrowed;
    }
    long met = criteria.stream().filter(MET::equals).count();
    long judged = criteria.stream().filter(label -> !UNCLEAR.equals(label)).count();
    return judged == 0 ? escrowed : ratio(escrowed, met, judged);
  }

  /** Multiplied before it is divided, so that nothing but the last unit is lost. */
  private static Money ratio(Money amount, long part, long of) {
    int scale = Money.scaleOf(amount.currency());
    BigDecimal units = amount.amount().movePointRight(scale);
    BigDecimal exact =
        units.multiply(BigDecimal.valueOf(part)).divideToIntegralValue(BigDecimal.valueOf(of));
    return new Money(exact.movePointLeft(scale), amount.currency());
  }

  /** The stake as it was shown; reckoned where the contract was never read with one. */
  private static Money stake(WorkingContract contract, ProtocolParameters protocol) {
    Money shown = contract.shown().stake();
    return shown == null ? contract.price().times(protocol.workerStakeRatio()) : shown;
  }

  public Money toWorker() {
    return gross.minus(fee).plus(stakeBack);
  }

  public Money toClient() {
    return refund.plus(compensation).plus(bondBack);
  }

  public Money toTreasury() {
    return fee.plus(stakeSlashed).plus(bondSlashed);
  }
}
