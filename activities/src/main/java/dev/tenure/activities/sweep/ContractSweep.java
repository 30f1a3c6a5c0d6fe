package dev.tenure.activities.sweep;

import dev.tenure.activities.feed.HireNotifier;
import dev.tenure.journal.account.ClosedHire;
import dev.tenure.journal.account.ClosedHire.Outcome;
import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.account.SweepReport;
import dev.tenure.journal.account.SweptContract;
import dev.tenure.journal.account.SweptHire;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sweeps over one account. What looks different from the time before is told to the hire
 * concerned, unless its record shows it already; told first, kept then, so that nothing that was
 * not told counts as seen.
 */
final class ContractSweep implements Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(ContractSweep.class);

  /** Contracts that one statement asks for. */
  private static final int AT_ONCE = 500;

  private final String account;
  private final ContractsSource source;
  private final ContractSweeps journal;
  private final HireNotifier notifier;
  private final HireReopener reopener;
  private final Runnable settle;
  private final InstantSource clock;
  private final SweptBefore before;

  /**
   * Sweeps over an account.
   *
   * @param settle waits until a hire has read what others told it of
   * @param idle how long to rest while no hire is open
   */
  ContractSweep(
      String account,
      ContractsSource source,
      ContractSweeps journal,
      HireNotifier notifier,
      HireReopener reopener,
      Runnable settle,
      Duration idle,
      InstantSource clock) {
    this.account = account;
    this.source = source;
    this.journal = journal;
    this.notifier = notifier;
    this.reopener = reopener;
    this.settle = settle;
    this.clock = clock;
    this.before = new SweptBefore(account, journal, idle);
  }

  @Override
  public void next() throws NoContractsException {
    Instant now = clock.instant();
    if (before.rests(now) && !journal.anyOpenHire(account)) {
      return;
    }
    before.swept(sweep(), now);
  }

  private SweepReport sweep() throws NoContractsException {
    Map<String, ListedContract> listed = new LinkedHashMap<>();
    source.active().forEach(contract -> listed.put(contract.id(), contract));
    Map<String, SweptContract> now = new LinkedHashMap<>();
    listed.forEach((id, contract) -> now.put(id, contract.swept()));

    Map<String, SweptContract> seenBefore = before.take();
    List<SweptContract> changed =
        now.values().stream()
            .filter(seen -> !seen.equals(seenBefore.get(seen.contractId())))
            .toList();
    List<SweptContract> gone =
        seenBefore.values().stream().filter(seen -> !now.containsKey(seen.contractId())).toList();
    int notified = tell(Stream.concat(changed.stream(), gone.stream()).toList(), listed);
    before.keep(now, changed, gone.stream().map(SweptContract::contractId).toList());
    int reopened = reopenClosed();
    return new SweepReport(
        now.size(), changed.size() + gone.size(), notified, reopened, note().orElse(null));
  }

  /** What the feed or a webhook brings at the same time is let pass first: it is the same news. */
  private int tell(List<SweptContract> contracts, Map<String, ListedContract> listed) {
    Map<String, SweptHire> unaware = unaware(contracts, listed);
    if (unaware.isEmpty()) {
      return 0;
    }
    settle.run();
    ChangedContracts news = new ChangedContracts();
    unaware(contracts, listed)
        .forEach(
            (contractId, hire) -> {
              // A hire that went on meanwhile may know more than the list.
              boolean ahead = !hire.equals(unaware.get(contractId)) && isCurrent(contractId, hire);
              if (!ahead) {
                news.add(hire.hireId(), contractId, null);
              }
            });
    return news.tell(notifier);
  }

  private boolean isCurrent(String contractId, SweptHire hire) {
    try {
      return source.contract(contractId) instanceof ContractReading.Seen(ContractSnapshot shown)
          && RecordedContract.matches(hire, ListedContract.of(shown));
    } catch (NoContractsException e) {
      LOG.debug("contract {} cannot be read once more: {}", contractId, e.getMessage());
      return false;
    }
  }

  /** The hires whose record does not show what the contracts show, by contract. */
  private Map<String, SweptHire> unaware(
      List<SweptContract> contracts, Map<String, ListedContract> listed) {
    Map<String, SweptHire> unaware = new LinkedHashMap<>();
    for (int from = 0; from < contracts.size(); from += AT_ONCE) {
      List<SweptContract> some =
          contracts.subList(from, Math.min(from + AT_ONCE, contracts.size()));
      journal
          .openHires(account, some)
          .forEach(
              (contractId, hire) -> {
                if (!RecordedContract.matches(hire, listed.get(contractId))) {
                  unaware.put(contractId, hire);
                }
              });
    }
    return unaware;
  }

  /** One that cannot be taken up now is tried again with the next sweep, and holds up no other. */
  private int reopenClosed() {
    int reopened = 0;
    for (ClosedHire hire : journal.closedHires(account)) {
      try {
        if (source.contract(hire.contractId()) instanceof ContractReading.Seen seen
            && !seen.contract().ended()) {
          Optional<Outcome> outcome = reopener.reopen(hire, seen.contract());
          outcome.ifPresent(what -> journal.decided(account, hire.contractId(), what));
          reopened += outcome.equals(Optional.of(Outcome.REOPENED)) ? 1 : 0;
        }
      } catch (NoContractsException e) {
        LOG.info(
            "Contract {} of a closed hire cannot be read: {}", hire.contractId(), e.getMessage());
      }
    }
    return reopened;
  }

  private Optional<String> note() {
    List<String> lost = journal.withoutHistory(account);
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "active contracts of closed hires that Temporal cannot tell of any more: "
                + String.join(", ", lost)
                + ". Nothing is done about them here; look at them in the marketplace");
  }
}
