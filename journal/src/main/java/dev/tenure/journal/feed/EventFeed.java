package dev.tenure.journal.feed;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.HireEvent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The feed of everything that happened. A position once passed is never filled afterwards. */
@Singleton
public final class EventFeed {

  private final Transactions transactions;
  private final EventPositions positions;

  EventFeed(Transactions transactions, EventPositions positions) {
    this.transactions = transactions;
    this.positions = positions;
  }

  /**
   * Events in the order of the feed.
   *
   * @param hireId those of one hire only
   * @param after the position last seen, 0 for the beginning
   */
  public Slice<EventView> after(@Nullable String hireId, long after, int limit) {
    positions.number();
    return transactions.run(
        sql ->
            Slice.of(
                hireId == null ? all(sql, after, limit) : of(sql, hireId, after, limit), limit));
  }

  /**
   * Events of a hire, the newest first.
   *
   * @param before only those before this position; absent for the newest
   */
  public Slice<EventView> newest(String hireId, @Nullable Long before, int limit) {
    positions.number();
    return transactions.run(
        sql ->
            Slice.of(
                sql.list(
                    "select position, hire_id, document from events"
                        + " where hire_id = ? and position < ? order by position desc limit ?",
                    EventFeed::read,
                    hireId,
                    before == null ? Long.MAX_VALUE : before,
                    limit + 1),
                limit));
  }

  /** The position of the newest event, 0 where there is none. */
  public long last() {
    positions.number();
    return transactions.run(
        sql ->
            sql.first(
                    "select coalesce(max(position), 0) as last from events",
                    row -> row.getLong("last"))
                .orElse(0L));
  }

  private static List<EventView> all(Sql sql, long after, int limit) throws SQLException {
    return sql.list(
        "select position, hire_id, document from events where position > ? order by position limit ?",
        EventFeed::read,
        after,
        limit + 1);
  }

  private static List<EventView> of(Sql sql, String hireId, long after, int limit)
      throws SQLException {
    return sql.list(
        "select position, hire_id, document from events where hire_id = ? and position > ?"
            + " order by position limit ?",
        EventFeed::read,
        hireId,
        after,
        limit + 1);
  }

  private static EventView read(ResultSet row) throws SQLException {
    return new EventView(
        row.getLong("position"),
        row.getString("hire_id"),
        Json.read(row.getString("document"), HireEvent.class));
  }
}
