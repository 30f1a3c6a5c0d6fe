package dev.tenure.activities.sweep;

import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.account.SweepReport;
import dev.tenure.journal.account.SweptContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sweep before saw of an account's contracts, and when. It is told first and kept then:
 * what was not told, or not kept, counts as unseen.
 */
final class SweptBefore {

  private final String account;
  private final ContractSweeps journal;
  private final Duration idle;
  private @Nullable Map<String, SweptContract> last;
  private Instant lastAt = Instant.MIN;

  /**
   * @param idle how long to rest while nobody waits for a contract
   */
  SweptBefore(String account, ContractSweeps journal, Duration idle) {
    this.account = account;
    this.journal = journal;
    this.idle = idle;
  }

  /** Whether it is too early for another sweep, unless somebody waits for a contract. */
  boolean rests(Instant now) {
    return now.isBefore(lastAt.plus(idle));
  }

  /** What was seen, by contract; from now on it counts as unseen, until it is kept. */
  Map<String, SweptContract> take() {
    Map<String, SweptContract> before = last == null ? journal.last(account) : last;
    last = null;
    return before;
  }

  /**
   * Keeps what is seen now, once it is told.
   *
   * @param changed what of it is new
   * @param over ids of contracts that are not there any more
   */
  void keep(Map<String, SweptContract> seen, List<SweptContract> changed, List<String> over) {
    if (!changed.isEmpty() || !over.isEmpty()) {
      journal.keep(account, changed, over);
    }
    last = seen;
  }

  void swept(SweepReport report, Instant now) {
    journal.swept(account, report);
    lastAt = now;
  }
}
