package dev.tenure.journal.store;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether the journal can be read and written. */
@Singleton
public final class JournalStatus {

  private final Transactions transactions;

  JournalStatus(Transactions transactions) {
    this.transactions = transactions;
  }

  /** What is wrong, in words; empty when all is well. */
  public Optional<String> trouble() {
    try {
      transactions.run(sql -> sql.first("select 1 as one", row -> row.getInt("one")));
      return Optional.empty();
    } catch (JournalUnavailable e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
