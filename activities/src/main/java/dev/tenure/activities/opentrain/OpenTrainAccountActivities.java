package dev.tenure.activities.opentrain;

import dev.tenure.activities.Beats;
import dev.tenure.activities.Heart;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.AccountFacts;
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
  private final Accounts accounts;
  private final Ledger ledger;

  public OpenTrainAccountActivities(
      OpenTrainAccount api, AccountReader reader, Accounts accounts, Ledger ledger) {
    this.reader = reader;
    this.offers = new OfferReader(api);
    this.ledgers = new LedgerReader(api, ledger);
    this.accounts = accounts;
    this.ledger = ledger;
  }

  @Override
  public AccountReading readAccount(AccountQuestion question) {
    AccountFacts facts = reader.read();
    remember(question.account(), facts);
    return new AccountReading(
        facts, question.proposalId() == null ? null : offers.read(question.proposalId()));
  }

  @Override
  public LedgerReading readLedger(String account) {
    Heart.Work<LedgerReading, Unavailable> look = () -> ledgers.read(account);
    try {
      return Beats.during(look);
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

  /** Who asked gets the answer, whether or not the journal can keep it. */
  private void remember(String account, AccountFacts facts) {
    try {
      accounts.checked(account, facts);
    } catch (JournalUnavailable e) {
      LOG.debug("the journal cannot keep what account {} may do: {}", account, e.getMessage());
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
