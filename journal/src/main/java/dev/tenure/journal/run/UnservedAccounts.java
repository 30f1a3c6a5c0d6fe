package dev.tenure.journal.run;

import dev.tenure.journal.read.HireRows;
import dev.tenure.journal.record.JournalIncidents;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.hire.IncidentCause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Open hires of accounts that no worker serves, though workers serve others: somebody took the
 * account out of the configuration. Nothing of such a hire goes on, and nobody else would tell.
 */
@Singleton
public final class UnservedAccounts {

  private static final int AT_A_TIME = 500;

  /** Without any worker nothing is known of what they serve. */
  private static final String WORKERS =
      " (select max(served_at) as last from accounts where served_at > now() - interval '2 minutes')"
          + " as workers ";

  private final Transactions transactions;
  private final Clock clock;

  UnservedAccounts(Transactions transactions) {
    this.transactions = transactions;
    this.clock = Clock.systemUTC();
  }

  private record Unserved(String hireId, String account) {}

  /**
   * Opens an incident for each hire that nobody serves, and closes those of hires that are served
   * again or closed.
   *
   * @param silence how long no worker spoke for an account while one spoke for another
   * @return how many were opened
   */
  public int look(Duration silence) {
    return transactions.run(
        sql -> {
          heal(sql, silence);
          List<Unserved> unserved = unserved(sql, silence);
          for (Unserved hire : unserved) {
            HireRows.lock(sql, hire.hireId());
            JournalIncidents.open(
                sql,
                hire.hireId(),
                JournalIncidents.ACCOUNT,
                IncidentCause.ACCOUNT_UNSERVED,
                words(hire.account()),
                clock.instant());
          }
          return unserved.size();
        });
  }

  private static List<Unserved> unserved(Sql sql, Duration silence) throws SQLException {
    return sql.list(
        """
        select h.id, h.account from hires h left join accounts a on a.id = h.account,
        """
            + WORKERS
            + """
            where h.closed_at is null and workers.last is not null
              and (a.served_at is null or a.served_at < workers.last - cast(? as interval))
              and not exists (select from incidents i
                where i.hire_id = h.id and i.id = ? and i.closed_at is null)
            order by h.seq limit ?
            """,
        row -> new Unserved(row.getString("id"), row.getString("account")),
        silence.toString(),
        JournalIncidents.ACCOUNT,
        AT_A_TIME);
  }

  private void heal(Sql sql, Duration silence) throws SQLException {
    List<String> healed =
        sql.list(
            """
            select h.id from incidents i join hires h on h.id = i.hire_id
              left join accounts a on a.id = h.account,
            """
                + WORKERS
                + """
                where i.id = ? and i.closed_at is null
                  and (h.closed_at is not null
                    or a.served_at >= workers.last - cast(? as interval))
                order by h.seq limit ?
                """,
            row -> row.getString("id"),
            JournalIncidents.ACCOUNT,
            silence.toString(),
            AT_A_TIME);
    for (String hireId : healed) {
      HireRows.lock(sql, hireId);
      JournalIncidents.close(
          sql,
          hireId,
          JournalIncidents.ACCOUNT,
          "a worker serves the account again, or the hire is closed",
          clock.instant());
    }
  }

  private static String words(String account) {
    return "No worker serves the account "
        + account
        + " any more, though this hire is open: nothing of it goes on, and what happens on the"
        + " marketplace is not seen. Put the account back into the worker's configuration"
        + " (TENURE_ACCOUNTS and its OT_API_TOKEN) until its hires are closed.";
  }
}
