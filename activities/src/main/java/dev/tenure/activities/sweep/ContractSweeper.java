package dev.tenure.activities.sweep;

import dev.tenure.activities.Heartbeats;
import dev.tenure.activities.LongActivity;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.feed.HireNotifier;
import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.workflows.accounts.SweepActivities;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps over the contracts of an account until it is cancelled, the worker stops, or its term is
 * nearly over. Whatever fails is remembered in the journal and tried again.
 */
public final class ContractSweeper implements SweepActivities {

  private static final Logger LOG = LoggerFactory.getLogger(ContractSweeper.class);

  /** While no hire of the account is open. */
  private static final Duration IDLE = Duration.ofMinutes(5);

  /** The feed's interval, the hire's read and its record together take less. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final Sweep.Factory sweeps;
  private final ContractSweeps journal;
  private final ShutdownSignal shutdown;
  private final Duration interval;

  private ContractSweeper(
      Sweep.Factory sweeps, ContractSweeps journal, ShutdownSignal shutdown, Duration interval) {
    this.sweeps = sweeps;
    this.journal = journal;
    this.shutdown = shutdown;
    this.interval = interval;
  }

  /**
   * Over the active contracts of an account on OpenTrain.
   *
   * @param interval between two sweeps while a hire is open
   */
  public static ContractSweeper of(
      ContractsSource source,
      ContractSweeps journal,
      HireNotifier notifier,
      HireReopener reopener,
      ShutdownSignal shutdown,
      Duration interval) {
    return new ContractSweeper(
        (account, settle) ->
            new ContractSweep(
                account,
                source,
                journal,
                notifier,
                reopener,
                settle,
                idle(interval),
                InstantSource.system()),
        journal,
        shutdown,
        interval);
  }

  /**
   * Over the Working Contracts of an account on OpenContract.
   *
   * @param interval between two sweeps while a hire waits for a contract
   */
  public static ContractSweeper ofWorkingContracts(
      WorkingContractsSource source,
      ContractSweeps journal,
      HireNotifier notifier,
      ShutdownSignal shutdown,
      Duration interval) {
    return new ContractSweeper(
        (account, settle) ->
            new WorkingContractSweep(
                account, source, journal, notifier, settle, idle(interval), InstantSource.system()),
        journal,
        shutdown,
        interval);
  }

  private static Duration idle(Duration interval) {
    return interval.compareTo(IDLE) > 0 ? interval : IDLE;
  }

  @Override
  public void sweepContracts(String account) {
    Sweep sweep = sweeps.of(account, this::settle);
    LongActivity.of(shutdown, "the worker stops; another one sweeps on")
        .repeat(() -> round(account, sweep));
  }

  /** A worker that stops waits for nothing. */
  private void settle() {
    try {
      shutdown.within(SETTLED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One sweep; answers how long to rest before the next. */
  private Duration round(String account, Sweep sweep) {
    try {
      Heartbeats.Work<Boolean, NoContractsException> next =
          () -> {
            sweep.next();
            return true;
          };
      Heartbeats.whileRunning(next);
      return interval;
    } catch (ActivityCompletionException e) {
      throw e;
    } catch (NoContractsException e) {
      return failed(account, e, e.retryAfter());
    } catch (RuntimeException e) {
      return failed(account, e, null);
    }
  }

  private Duration failed(String account, Exception e, @Nullable Duration asked) {
    Duration wait = asked != null && asked.compareTo(interval) > 0 ? asked : interval;
    String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    LOG.warn(
        "The contracts of account {} cannot be swept, next try in {} s: {}",
        account,
        wait.toSeconds(),
        words);
    try {
      journal.failed(account, words);
    } catch (JournalUnavailable away) {
      LOG.debug("the journal cannot remember that a sweep failed: {}", away.getMessage());
    }
    return wait;
  }
}
