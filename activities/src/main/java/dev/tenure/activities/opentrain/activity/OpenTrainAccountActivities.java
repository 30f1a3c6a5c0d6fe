package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.Heartbeats;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.call.Failures;
import dev.tenure.activities.marketplace.AccountFactsRecord;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.workflows.accounts.AccountActivities;
import dev.tenure.workflows.accounts.AccountQuestion;
import dev.tenure.workflows.accounts.AccountReading;
import dev.tenure.workflows.accounts.LedgerReading;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link AccountActivities} on OpenTrain, for one account. */
public final class OpenTrainAccountActivities implements AccountActivities {

  private static final Logger LOG = LoggerFactory.getLogger(OpenTrainAccountActivities.class);
  private static final String JOURNAL_UNAVAILABLE = "journal_unavailable";

  private final AccountReader reader;
  private final OfferReader offers;
  private final LedgerReader ledgers;
  private final AccountFactsRecord record;
  private final Ledger ledger;

  public OpenTrainAccountActivities(
      OpenTrainClient api,
      AccountReader reader,
      Accounts accounts,
      Ledger ledger,
      Allowance allowance,
      ShutdownSignal shutdown) {
    this.reader = reader;
    this.offers = new OfferReader(api);
    this.ledgers = new LedgerReader(api, ledger, allowance, shutdown);
    this.record = new AccountFactsRecord(accounts);
    this.ledger = ledger;
  }

  @Override
  public AccountReading readAccount(AccountQuestion question) {
    AccountFacts facts = reader.read();
    record.keep(question.account(), facts);
    return new AccountReading(
        facts, question.proposalId() == null ? null : offers.read(question.proposalId()));
  }

  @Override
  public LedgerReading readLedger(String account) {
    Heartbeats.Work<LedgerReading, Unavailable> look = () -> ledgers.read(account);
    try {
      return Heartbeats.whileRunning(look);
    } catch (Unavailable e) {
      unread(account, e);
      throw Failures.of(e);
    } catch (JournalUnavailable e) {
      throw ApplicationFailure.newBuilder()
          .setMessage(e.getMessage())
          .setType(JOURNAL_UNAVAILABLE)
          .setCategory(ApplicationErrorCategory.BENIGN)
          .build();
    }
  }

  private void unread(String account, Unavailable e) {
    try {
      ledger.failed(account, "the marketplace does not answer: " + e.getMessage());
    } catch (JournalUnavailable away) {
      LOG.debug("the journal cannot remember an unread ledger: {}", away.getMessage());
    }
  }
}
