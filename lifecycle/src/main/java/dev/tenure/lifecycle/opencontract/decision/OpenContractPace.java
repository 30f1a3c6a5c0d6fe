package dev.tenure.lifecycle.opencontract.decision;

import dev.tenure.lifecycle.decision.Pace;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import java.time.Duration;
import java.time.Instant;

/** How often a Working Contract is read, and how long people have. */
final class OpenContractPace {
  private static final Duration FIRST_OF_SETTLEMENT = Duration.ofSeconds(15);
  private static final Duration FIRST_OF_SWEPT_SETTLEMENT = Duration.ofMinutes(15);
  private static final Duration LAST_OF_SETTLEMENT = Duration.ofHours(1);

  /** Between two reads of the protocol while a dispute is refused for its payment. */
  static final Duration PROTOCOL_WHILE_REFUSED = Duration.ofHours(1);

  private OpenContractPace() {}

  /**
   * When the contract is read, if nothing tells of it: within the window of its status, and in a
   * status without one after 15, 30, … seconds, an hour at most.
   *
   * @param swept whether the account's sweep tells of its changes, so that a status without a
   *     window is read as a safety net only
   */
  static Instant nextRead(WorkingContract contract, boolean swept) {
    Instant deadline = contract.statusDeadline();
    if (contract.missed() > 0) {
      return contract.readAt().plus(Pace.afterLook(contract.missed()));
    }
    if (deadline != null) {
      return Pace.nextRead(
          contract.statusSince(), deadline, contract.readAt(), contract.lateReads());
    }
    Duration first = swept ? FIRST_OF_SWEPT_SETTLEMENT : FIRST_OF_SETTLEMENT;
    Duration pause = first.multipliedBy(1L << Math.clamp(contract.lateReads(), 0, 10));
    return contract
        .readAt()
        .plus(pause.compareTo(LAST_OF_SETTLEMENT) < 0 ? pause : LAST_OF_SETTLEMENT);
  }

  /** From a write that its contract does not show to the next try. */
  static Duration afterWriteInVain(int writes) {
    return Pace.afterLook(writes);
  }

  /**
   * Until when the release of a delivery may be decided, so that a dispute can be asked for and
   * decided after it: two thirds of what is left until the last decision.
   *
   * @param last when the last decision must be made
   */
  static Instant judgeBy(Instant delivered, Instant last) {
    return last.isAfter(delivered)
        ? delivered.plus(Duration.between(delivered, last).multipliedBy(2).dividedBy(3))
        : delivered;
  }
}
