package dev.tenure.journal.metric;

import dev.tenure.journal.metric.Figures.Account;
import dev.tenure.journal.metric.Figures.Waiting;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Counts what an operator asks for, each with one statement over an index. */
@Singleton
public final class FigureQueries {

  private static final String TIMEOUT = "set local statement_timeout = '5s'";

  private final Transactions transactions;

  FigureQueries(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Counts everything as of one moment.
   *
   * @throws dev.tenure.journal.store.JournalUnavailable when the database does not answer
   */
  public Figures read() {
    return transactions.read(
        sql -> {
          sql.call(TIMEOUT);
          return new Figures(
              hires(sql),
              waiting(
                  sql,
                  """
                  select document ->> 'kind' as name, count(*) as count,
                    -- of a year that the database cannot read, the marketplace's word is not taken
                    coalesce(min(case when document ->> 'createdAt' ~ '^[0-9]{4}-'
                      then (document ->> 'createdAt')::timestamptz end), now()) as since
                  from approvals where status = 'pending' group by 1
                  """),
              waiting(
                  sql,
                  """
                  select document ->> 'cause' as name, count(*) as count, min(opened_at) as since
                  from incidents where closed_at is null group by 1
                  """),
              sql.list(
                  """
                  select id, feed_at, swept_at, served_at from accounts a
                  where served_at > now() - interval '1 hour'
                    or exists (select 1 from hires where account = a.id and closed_at is null)
                  order by id
                  """,
                  row ->
                      new Account(
                          row.getString("id"),
                          Sql.instant(row, "feed_at"),
                          Sql.instant(row, "swept_at"),
                          Sql.instant(row, "served_at"))));
        });
  }

  private static Map<String, Long> hires(Sql sql) throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    sql.list(
            "select status, count(*) as count from hires group by status",
            row -> Map.entry(row.getString("status"), row.getLong("count")))
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }

  private static Map<String, Waiting> waiting(Sql sql, String text) throws SQLException {
    Map<String, Waiting> all = new HashMap<>();
    sql.list(
            text,
            row -> {
              Instant since = Objects.requireNonNull(Sql.instant(row, "since"));
              return Map.entry(row.getString("name"), new Waiting(row.getLong("count"), since));
            })
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }
}
