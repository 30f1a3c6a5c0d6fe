package dev.tenure.journal.feed;

import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/**
 * Gives committed events their place in the feed. Done apart from the transaction that writes them:
 * were the place given there, a reader could pass a place whose transaction commits late, and never
 * see it. One lock keeps the numbering in the order of its commits.
 */
@Singleton
public final class EventPositions {

  private static final long LOCK = 0x54454e555245L;

  private final Transactions transactions;

  EventPositions(Transactions transactions) {
    this.transactions = transactions;
  }

  public void number() {
    transactions.run(EventPositions::number);
  }

  private static int number(Sql sql) throws SQLException {
    if (sql.first("select 1 from events where position is null limit 1", row -> 1).isEmpty()) {
      return 0;
    }
    sql.call("select pg_advisory_xact_lock(?)", LOCK);
    return sql.update(
        """
        update events set position = numbered.place
        from (select id, nextval('event_positions') as place
              from (select id from events where position is null order by id) as waiting) as numbered
        where events.id = numbered.id
        """);
  }
}
