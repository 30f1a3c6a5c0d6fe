package dev.tenure.journal.feed;

import dev.tenure.journal.store.AccountAccess;
import dev.tenure.journal.store.AccountFilter;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Transactions;
import dev.tenure.journal.store.WhereClause;
import dev.tenure.model.message.HireEvent;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The feed of everything that happened. A position once passed is never filled afterwards. */
@Singleton
public final class EventFeed {

  private static final String SELECT =
      "select e.position, e.hire_id, h.account, e.document"
          + " from events e join hires h on h.id = e.hire_id";

  private final Transactions transactions;
  private final EventPositions positions;
  private final AccountAccess access;

  EventFeed(Transactions transactions, EventPositions positions, AccountAccess access) {
    this.transactions = transactions;
    this.positions = positions;
    this.access = access;
  }

  /**
   * Events in the order of the feed.
   *
   * @param hireId those of one hire only
   * @param after the position last seen, 0 for the beginning
   */
  public Slice<EventView> after(@Nullable String hireId, long after, int limit) {
    return after(access.current(), hireId, after, limit);
  }

  /**
   * Events in the order of the feed, for a listener who outlives the request that began it.
   *
   * @param accounts what the listener may see
   * @param hireId those of one hire only
   * @param after the position last seen, 0 for the beginning
   */
  public Slice<EventView> after(
      AccountFilter accounts, @Nullable String hireId, long after, int limit) {
    var where =
        accounts
            .restrict(new WhereClause(), "h.account")
            .with("e.hire_id = ?", hireId)
            .all("e.position > ?", after);
    return read(where, "e.position", limit);
  }

  /**
   * Events of a hire, the newest first.
   *
   * @param before only those before this position; absent for the newest
   */
  public Slice<EventView> newest(String hireId, @Nullable Long before, int limit) {
    var where =
        access
            .current()
            .restrict(new WhereClause(), "h.account")
            .all("e.hire_id = ?", hireId)
            .with("e.position < ?", before);
    return read(where.all("e.position is not null"), "e.position desc", limit);
  }

  private Slice<EventView> read(WhereClause where, String order, int limit) {
    positions.number();
    return transactions.run(
        sql ->
            Slice.of(
                sql.list(
                    SELECT + where.sql() + " order by " + order + " limit ?",
                    EventFeed::read,
                    where.arguments(limit + 1)),
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

  private static EventView read(ResultSet row) throws SQLException {
    return new EventView(
        row.getLong("position"),
        row.getString("hire_id"),
        row.getString("account"),
        Json.read(row.getString("document"), HireEvent.class));
  }
}
