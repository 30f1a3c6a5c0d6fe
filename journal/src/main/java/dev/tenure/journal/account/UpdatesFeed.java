package dev.tenure.journal.account;

import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.plan.TextLength;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the updates feed of an account was followed, and whom its notifications concern. */
@Singleton
public final class UpdatesFeed {

  private static final int LONGEST_WORDS = 500;

  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final Transactions transactions;

  UpdatesFeed(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The cursor to go on from; empty before the first page. */
  public Optional<String> cursor(String account) {
    return transactions.run(
        sql ->
            sql
                .list(
                    "select cursor from accounts where id = ? and cursor is not null",
                    row -> row.getString("cursor"),
                    account)
                .stream()
                .findFirst());
  }

  /**
   * Finds the open hires that notifications concern: by approval, milestone, contract or proposal.
   *
   * @return for each hire its notifications; those of no open hire are in none of them
   */
  public Map<String, MarketplaceNotifications> route(
      String account, List<MarketplaceNotification> notifications) {
    return transactions.run(
        sql -> NotificationRouting.read(sql, account, notifications).of(notifications));
  }

  /**
   * Moves the cursor and parks the notifications of unknown subjects, in one transaction.
   *
   * @return the notifications whose subject became known since they were routed: notify their hires
   *     now
   */
  public Map<String, MarketplaceNotifications> advance(
      String account, String cursor, List<MarketplaceNotification> unknown) {
    return transactions.run(sql -> move(sql, account, cursor, unknown));
  }

  /**
   * The approvals that events named and no hire of the account knows, whether or not a hire was
   * told of the event; in the order of the events, the newest ones where there are too many.
   *
   * @param since by the clock of whoever asks: a little more is searched
   */
  public List<String> unknownApprovals(String account, Instant since, int most) {
    return transactions.run(
        sql -> ParkedNotifications.approvals(sql, account, since.minus(CLOCKS_APART), most));
  }

  /** Remembers that the feed could not be followed, and why; gone with the next advance. */
  public void failed(String account, String words) {
    String kept = TextLength.shortened(words, LONGEST_WORDS);
    transactions.run(
        sql ->
            sql.update(
                """
                insert into accounts (id, last_error) values (?, ?)
                on conflict (id) do update set last_error = excluded.last_error
                """,
                account,
                kept));
  }

  /** Remembers that the feed was followed just now, though nothing new was in it. */
  public void followed(String account) {
    transactions.run(
        sql ->
            sql.update(
                """
                insert into accounts (id, feed_at) values (?, now())
                on conflict (id) do update set feed_at = now(), last_error = null
                """,
                account));
  }

  /** Why the feed could not be followed, when that was the last thing to happen. */
  public Optional<String> lastError(String account) {
    return transactions.run(
        sql ->
            sql
                .list(
                    "select last_error from accounts where id = ? and last_error is not null",
                    row -> row.getString("last_error"),
                    account)
                .stream()
                .findFirst());
  }

  private static Map<String, MarketplaceNotifications> move(
      Sql sql, String account, @Nullable String cursor, List<MarketplaceNotification> unknown)
      throws SQLException {
    ParkedNotifications.lockForParking(sql, account);
    NotificationRouting routes = NotificationRouting.read(sql, account, unknown);
    ParkedNotifications.park(sql, account, unknown.stream().filter(routes::unknown).toList());
    sql.update(
        """
        insert into accounts (id, cursor, feed_at) values (?, ?, now())
        on conflict (id) do update set cursor = excluded.cursor, feed_at = now(),
          last_error = null
        """,
        account,
        cursor);
    return routes.of(unknown);
  }
}
