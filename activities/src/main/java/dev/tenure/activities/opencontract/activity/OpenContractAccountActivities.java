package dev.tenure.activities.opencontract.activity;

import dev.tenure.activities.marketplace.AccountFactsRecord;
import dev.tenure.journal.account.Accounts;
import dev.tenure.workflows.accounts.AccountActivities;
import dev.tenure.workflows.accounts.AccountQuestion;
import dev.tenure.workflows.accounts.AccountReading;
import dev.tenure.workflows.accounts.LedgerReading;

/** {@link AccountActivities} on OpenContract, which has no proposals and keeps no ledger. */
public final class OpenContractAccountActivities implements AccountActivities {

  private final OpenContractAccountReader reader;
  private final AccountFactsRecord record;

  public OpenContractAccountActivities(OpenContractAccountReader reader, Accounts accounts) {
    this.reader = reader;
    this.record = new AccountFactsRecord(accounts);
  }

  @Override
  public AccountReading readAccount(AccountQuestion question) {
    var facts = reader.read();
    record.keep(question.account(), facts);
    return new AccountReading(facts, null);
  }

  /** Every hire there tells its own ledger, so there is nothing to be read. */
  @Override
  public LedgerReading readLedger(String account) {
    return new LedgerReading(0, null);
  }
}
