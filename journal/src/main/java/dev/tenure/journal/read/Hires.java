package dev.tenure.journal.read;

import dev.tenure.journal.ledger.LedgerQueries;
import dev.tenure.journal.store.AccountAccess;
import dev.tenure.journal.store.AccountFilter;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.hire.HireStatus;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Reads hires, each with all that belongs to it, as of one moment. */
@Singleton
public final class Hires {

  private final Transactions transactions;
  private final AccountAccess access;

  Hires(Transactions transactions, AccountAccess access) {
    this.transactions = transactions;
    this.access = access;
  }

  /** The hire of that id. */
  public Optional<HireView> find(String id) {
    AccountFilter filter = access.current();
    return transactions
        .run(sql -> HireViews.find(sql, id))
        .filter(hire -> filter.sees(hire.row().plan().account()));
  }

  /** The hire that stands for a proposal: its newest generation. */
  public Optional<HireView> current(String account, String proposalId) {
    return transactions.read(
        sql -> {
          var row = visible(HireRows.current(sql, account, proposalId));
          return row.isEmpty() ? Optional.empty() : Optional.of(HireViews.one(sql, row.get()));
        });
  }

  /** Hires, the newest first. */
  public Slice<HireView> list(HireQuery query) {
    return transactions.read(
        sql -> HireViews.all(sql, HireSearch.rows(sql, query, access.current())));
  }

  /** How many hires of each status a search finds, whichever status and place it asks for. */
  public Map<HireStatus, Long> countByStatus(HireQuery query) {
    return transactions.read(sql -> HireSearch.counts(sql, query, access.current()));
  }

  /** The money of a hire: what is expected and what was booked. */
  public Optional<LedgerView> ledger(String hireId) {
    return transactions.read(
        sql -> {
          Optional<HireRow> row = visible(HireRows.find(sql, hireId));
          return row.isEmpty() ? Optional.empty() : Optional.of(ledger(sql, row.get()));
        });
  }

  private Optional<HireRow> visible(Optional<HireRow> row) {
    AccountFilter filter = access.current();
    return row.filter(one -> filter.sees(one.plan().account()));
  }

  private static LedgerView ledger(Sql sql, HireRow row) throws SQLException {
    HireView hire = HireViews.one(sql, row);
    return new LedgerView(
        hire,
        LedgerQueries.of(sql, hire.id(), hire.document().account(), row.plan(), hire.milestones()));
  }
}
