package dev.tenure.activities.marketplace;

import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.account.AccountFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what was seen of an account; whoever asked gets the answer whether or not that is done. */
public record AccountFactsRecord(Accounts accounts) {

  private static final Logger LOG = LoggerFactory.getLogger(AccountFactsRecord.class);

  public void keep(String account, AccountFacts facts) {
    try {
      accounts.checked(account, facts);
    } catch (JournalUnavailable e) {
      LOG.debug("the journal cannot keep what account {} may do: {}", account, e.getMessage());
    }
  }
}
