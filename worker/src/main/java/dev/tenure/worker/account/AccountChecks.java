package dev.tenure.worker.account;

import dev.tenure.journal.account.Accounts;
import dev.tenure.model.account.Marketplace;
import dev.tenure.worker.status.WorkerStatus;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rounds over all accounts, side by side: one that does not answer holds up no other. */
@Singleton
public final class AccountChecks {

  private static final Logger LOG = LoggerFactory.getLogger(AccountChecks.class);

  private final List<AccountCheck> checks;

  AccountChecks(
      ServedAccounts accounts,
      OpenContractAccounts openContract,
      Accounts journal,
      WorkerStatus status) {
    InstantSource clock = InstantSource.system();
    Stream<AccountCheck> openTrain =
        accounts.all().stream()
            .map(
                account ->
                    new AccountCheck(
                        account.name(),
                        Marketplace.OPENTRAIN,
                        account.settings().marketplace().origin(),
                        account.settings().tokenVariable(),
                        account.reader()::read,
                        null,
                        journal,
                        status,
                        clock));
    Stream<AccountCheck> others =
        openContract.all().stream()
            .map(
                account ->
                    new AccountCheck(
                        account.name(),
                        Marketplace.OPENCONTRACT,
                        account.settings().marketplace().origin(),
                        account.settings().key().variable(),
                        account.reader()::read,
                        account.reader().local(),
                        journal,
                        status,
                        clock));
    this.checks = Stream.concat(openTrain, others).toList();
  }

  /** Tells the journal which accounts are served; waits for no marketplace. */
  public void served() {
    checks.forEach(AccountCheck::served);
  }

  /** One round over all of them. */
  public void run() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<?> look : checks.stream().map(check -> threads.submit(check::run)).toList()) {
        awaitOne(look);
      }
    }
  }

  private static void awaitOne(Future<?> look) throws InterruptedException {
    try {
      look.get();
    } catch (ExecutionException e) {
      LOG.error("The look at an account failed", e.getCause());
    }
  }
}
