package dev.tenure.journal.access;

import static java.util.Objects.requireNonNull;

import dev.tenure.journal.access.AuditEntry.Outcome;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.journal.store.WhereClause;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/** The audit list. Entries are added, and removed when they are old; none is ever changed. */
@Singleton
public final class AuditEntries {

  private final Transactions transactions;

  AuditEntries(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Adds an entry; its id is given here. */
  public void add(AuditEntry entry) {
    transactions.run(sql -> add(sql, entry));
  }

  /** The same beside what it tells of: neither is ever there without the other. */
  public static int add(Sql sql, AuditEntry entry) throws SQLException {
    return sql.update(
        """
        insert into audit_entries
          (at, actor, key_id, via, remote, action, hire_id, subject, outcome, status, code)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entry.at(),
        entry.actor(),
        entry.keyId(),
        entry.via(),
        entry.remote(),
        entry.action(),
        entry.hireId(),
        entry.subject(),
        entry.outcome().wire(),
        entry.status(),
        entry.code());
  }

  /** Entries, the newest first. */
  public Slice<AuditEntry> list(AuditQuery query) {
    var where =
        new WhereClause()
            .with("hire_id = ?", query.hireId())
            .with("actor = ?", query.actor())
            .with("at >= ?", query.since())
            .with("id < ?", query.before());
    return transactions.run(
        sql ->
            Slice.of(
                sql.list(
                    "select * from audit_entries" + where.sql() + " order by id desc limit ?",
                    AuditEntries::read,
                    where.arguments(query.limit() + 1)),
                query.limit()));
  }

  /**
   * Removes the oldest of the entries before a moment. Of several that try at once, one does.
   *
   * @param most how many at most, so that the list is never locked for long
   * @return how many were removed
   */
  public int prune(Instant before, int most) {
    return transactions.run(
        sql ->
            sql.update(
                """
                delete from audit_entries where id in (
                  select id from audit_entries where at < ?
                  order by at limit ? for update skip locked)
                """,
                before,
                most));
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        requireNonNull(Sql.instant(row, "at")),
        row.getString("actor"),
        row.getString("key_id"),
        row.getString("via"),
        row.getString("remote"),
        row.getString("action"),
        row.getString("hire_id"),
        row.getString("subject"),
        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        row.getInt("status"),
        row.getString("code"));
  }
}
