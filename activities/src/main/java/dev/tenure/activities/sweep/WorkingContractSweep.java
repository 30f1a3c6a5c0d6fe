package dev.tenure.activities.sweep;

import dev.tenure.activities.feed.HireNotifier;
import dev.tenure.journal.account.AwaitedContract;
import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.account.SweepReport;
import dev.tenure.journal.account.SweptContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sweeps over the Working Contracts of one account. A contract whose status is neither what the
 * sweep before saw nor what its hire's record shows is told to that hire; told first, kept then, so
 * that nothing that was not told counts as seen. Contracts that no open hire waits for are nothing
 * to it.
 */
final class WorkingContractSweep implements Sweep {

  private final String account;
  private final WorkingContractsSource source;
  private final ContractSweeps journal;
  private final HireNotifier notifier;
  private final Runnable settle;
  private final InstantSource clock;
  private final SweptBefore before;

  /**
   * Sweeps over an account.
   *
   * @param settle waits until a hire has recorded what it did itself
   * @param idle how long to rest while no hire waits for a contract
   */
  WorkingContractSweep(
      String account,
      WorkingContractsSource source,
      ContractSweeps journal,
      HireNotifier notifier,
      Runnable settle,
      Duration idle,
      InstantSource clock) {
    this.account = account;
    this.source = source;
    this.journal = journal;
    this.notifier = notifier;
    this.settle = settle;
    this.clock = clock;
    this.before = new SweptBefore(account, journal, idle);
  }

  @Override
  public void next() throws NoContractsException {
    Instant now = clock.instant();
    Map<String, AwaitedContract> awaited = journal.awaited(account);
    if (awaited.isEmpty() && before.rests(now)) {
      return;
    }
    before.swept(sweep(awaited), now);
  }

  private SweepReport sweep(Map<String, AwaitedContract> awaited) throws NoContractsException {
    Map<String, String> statuses = source.statuses(awaited.keySet());
    Map<String, SweptContract> seenBefore = before.take();
    Map<String, SweptContract> now = new LinkedHashMap<>();
    List<SweptContract> changed = new ArrayList<>();
    for (String id : awaited.keySet()) {
      @Nullable String status = statuses.get(id);
      @Nullable SweptContract known = seenBefore.get(id);
      if (status != null) {
        SweptContract seen = new SweptContract(id, null, status);
        now.put(id, seen);
        if (!seen.equals(known)) {
          changed.add(seen);
        }
      } else if (known != null) {
        now.put(id, known);
      }
    }
    List<String> over = seenBefore.keySet().stream().filter(id -> !now.containsKey(id)).toList();
    Told told = tell(changed, awaited);
    for (SweptContract contract : told.inMotion()) {
      changed.remove(contract);
      restore(now, contract.contractId(), seenBefore.get(contract.contractId()));
    }
    before.keep(now, changed, over);
    long unseen = awaited.keySet().stream().filter(id -> !statuses.containsKey(id)).count();
    return new SweepReport(statuses.size(), changed.size(), told.hires(), 0, note(unseen));
  }

  private static void restore(
      Map<String, SweptContract> now, String id, @Nullable SweptContract known) {
    if (known == null) {
      now.remove(id);
    } else {
      now.put(id, known);
    }
  }

  /**
   * What became of the changes.
   *
   * @param hires how many were told
   * @param inMotion contracts whose record went on since the list was read: it may show more than
   *     the list, or less, so the next sweep compares again
   */
  private record Told(int hires, List<SweptContract> inMotion) {}

  /** What a hire did itself it may be about to record: that is no news. */
  private Told tell(List<SweptContract> changed, Map<String, AwaitedContract> awaited) {
    if (unaware(changed, awaited).isEmpty()) {
      return new Told(0, List.of());
    }
    settle.run();
    ChangedContracts news = new ChangedContracts();
    List<SweptContract> inMotion = new ArrayList<>();
    Map<String, AwaitedContract> settled = journal.awaited(account);
    for (SweptContract contract : unaware(changed, settled)) {
      AwaitedContract recorded = Objects.requireNonNull(settled.get(contract.contractId()));
      if (recorded.equals(awaited.get(contract.contractId()))) {
        news.add(recorded.hireId(), contract.contractId(), contract.digest());
      } else {
        inMotion.add(contract);
      }
    }
    return new Told(news.tell(notifier), inMotion);
  }

  private static List<SweptContract> unaware(
      List<SweptContract> changed, Map<String, AwaitedContract> awaited) {
    return changed.stream()
        .filter(
            contract -> {
              AwaitedContract recorded = awaited.get(contract.contractId());
              return recorded != null && !recorded.status().equals(contract.digest());
            })
        .toList();
  }

  private static @Nullable String note(long unseen) {
    return unseen == 0
        ? null
        : "%d contracts of open hires were not in the part of the list that is read; their hires read them by themselves"
            .formatted(unseen);
  }
}
