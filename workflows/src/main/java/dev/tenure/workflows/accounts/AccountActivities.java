package dev.tenure.workflows.accounts;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What may be asked about an account as a whole. Both methods only read, so they may be repeated at
 * will; what a marketplace refuses or does not answer is part of the answer, not a failure.
 */
@ActivityInterface
public interface AccountActivities {

  /**
   * Looks at the account, and at a proposal where one is named; keeps what it saw of the account.
   */
  @ActivityMethod(name = "read-account")
  AccountReading readAccount(AccountQuestion question);

  /** Reads what the marketplace booked since the last look, and keeps it in the journal. */
  @ActivityMethod(name = "read-ledger")
  LedgerReading readLedger(String account);
}
