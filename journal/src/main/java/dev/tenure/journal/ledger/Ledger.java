package dev.tenure.journal.ledger;

import static java.util.Objects.requireNonNull;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.OpenInvoice;
import dev.tenure.model.plan.TextLength;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal's copy of what the marketplace booked, and what hires told where the marketplace
 * keeps no ledger. Entries are added, never changed.
 */
@Singleton
public final class Ledger {

  private static final int LONGEST_WORDS = 500;

  private final Transactions transactions;

  Ledger(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * When the account's first hire was entered: what was booked long before concerns nobody here.
   */
  public Optional<Instant> begins(String account) {
    return transactions.run(
        sql ->
            sql.first(
                "select created_at from hires where account = ? order by seq limit 1",
                row -> requireNonNull(Sql.instant(row, "created_at")),
                account));
  }

  /** Which of these entries are here already. */
  public Set<String> known(String account, List<String> ids) {
    return transactions.run(
        sql ->
            new HashSet<>(
                sql.list(
                    "select id from ledger_entries where account = ? and id = any(?)",
                    row -> row.getString("id"),
                    account,
                    ids)));
  }

  /**
   * Adds everything that a look brought, in one transaction, so that no gap is ever left behind.
   *
   * @param invoices all that wait for somebody now; those known from before are forgotten
   * @param trouble what could not be read
   * @return how many entries are new
   */
  public int add(
      String account,
      List<LedgerEntry> entries,
      List<OpenInvoice> invoices,
      @Nullable String trouble) {
    return transactions.run(
        sql -> {
          int added = 0;
          for (LedgerEntry entry : entries) {
            added += insert(sql, account, null, entry);
          }
          sql.update("delete from open_invoices where account = ?", account);
          for (OpenInvoice invoice : invoices) {
            insert(sql, account, invoice);
          }
          read(sql, account, trouble);
          return added;
        });
  }

  /** Remembers that the ledger could not be read, and why; gone with the next look. */
  public void failed(String account, String words) {
    transactions.run(
        sql ->
            sql.update(
                """
                insert into accounts (id, ledger_error) values (?, ?)
                on conflict (id) do update set ledger_error = excluded.ledger_error
                """,
                account,
                TextLength.shortened(words, LONGEST_WORDS)));
  }

  /** Adds an entry that a hire tells, once however often it is told. */
  public static int tell(Sql sql, HireDocument hire, LedgerEntry entry) throws SQLException {
    int added = insert(sql, hire.account(), hire.id(), entry);
    if (added == 1) {
      attribute(sql, hire, entry);
    }
    return added;
  }

  /**
   * The first entry of a contract comes while its milestone shows it; the others follow that one.
   */
  private static void attribute(Sql sql, HireDocument hire, LedgerEntry entry) throws SQLException {
    sql.update(
        """
        update ledger_entries set milestone_key = coalesce(
          (select key from milestones where hire_id = ? and milestone_id = ?),
          (select min(milestone_key) from ledger_entries where hire_id = ? and milestone_id = ?))
        where account = ? and id = ?
        """,
        hire.id(),
        entry.milestoneId(),
        hire.id(),
        entry.milestoneId(),
        hire.account(),
        entry.id());
  }

  private static int insert(Sql sql, String account, @Nullable String hireId, LedgerEntry entry)
      throws SQLException {
    return sql.update(
        """
        insert into ledger_entries
          (account, id, contract_id, proposal_id, milestone_id, booked_at, document, hire_id)
        values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
        on conflict do nothing
        """,
        account,
        entry.id(),
        entry.contractId(),
        entry.proposalId(),
        entry.milestoneId(),
        entry.bookedAt(),
        Json.write(entry),
        hireId);
  }

  private static void insert(Sql sql, String account, OpenInvoice invoice) throws SQLException {
    sql.update(
        """
        insert into open_invoices (account, id, milestone_id, document)
        values (?, ?, ?, cast(? as jsonb)) on conflict do nothing
        """,
        account,
        invoice.id(),
        invoice.milestoneId(),
        Json.write(invoice));
  }

  private static void read(Sql sql, String account, @Nullable String trouble) throws SQLException {
    sql.update(
        """
        insert into accounts (id, ledger_at, ledger_error) values (?, now(), ?)
        on conflict (id) do update set ledger_at = now(), ledger_error = excluded.ledger_error
        """,
        account,
        trouble == null ? null : TextLength.shortened(trouble, LONGEST_WORDS));
  }
}
