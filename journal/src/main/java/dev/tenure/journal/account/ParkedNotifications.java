package dev.tenure.journal.account;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Notifications whose subject was unknown when they came. Recording an id and parking a
 * notification for it exclude each other by a lock per account, so that neither can miss the other.
 */
public final class ParkedNotifications {

  private static final String KEPT_FOR = "7 days";

  private ParkedNotifications() {}

  public static void lockForRecording(Sql sql, String account) throws SQLException {
    sql.call(
        "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", "notifications/" + account);
  }

  public static void lockForParking(Sql sql, String account) throws SQLException {
    sql.call("select pg_advisory_xact_lock(hashtextextended(?, 0))", "notifications/" + account);
  }

  public static void park(Sql sql, String account, List<MarketplaceNotification> notifications)
      throws SQLException {
    for (MarketplaceNotification notification : notifications) {
      sql.update(
          """
          insert into parked_notifications (account, event_id, approval_id, milestone_id, contract_id,
            proposal_id, document)
          values (?, ?, ?, ?, ?, ?, cast(? as jsonb)) on conflict do nothing
          """,
          account,
          notification.eventId(),
          notification.approvalId(),
          notification.milestoneId(),
          notification.contractId(),
          notification.proposalId(),
          Json.write(notification));
    }
    sql.update(
        "delete from parked_notifications where parked_at < now() - cast(? as interval)", KEPT_FOR);
  }

  /**
   * Takes the notifications of the ids in a batch; the same batch takes the same notifications
   * again.
   */
  public static MarketplaceNotifications take(Sql sql, int epoch, RecordBatch batch)
      throws SQLException {
    String taker = taker(epoch, batch);
    return new MarketplaceNotifications(
        sql.list(
            """
            with taken as (
              update parked_notifications set taken_by = ?
              where account = ? and (taken_by is null or taken_by = ?)
                and (approval_id = any(?) or milestone_id = any(?)
                  or contract_id = ? or proposal_id = ?)
              returning parked_at, event_id, document)
            select document from taken order by parked_at, event_id
            """,
            row -> Json.read(row.getString("document"), MarketplaceNotification.class),
            taker,
            batch.hire().account(),
            taker,
            batch.approvals().stream().map(ApprovalDocument::id).toList(),
            milestoneIds(batch),
            batch.hire().contractId(),
            batch.hire().proposalId()));
  }

  /** What was parked stays for as long as notifications are kept, taken or not. */
  public static List<String> approvals(Sql sql, String account, Instant since, int most)
      throws SQLException {
    return sql.list(
            """
        select approval_id from (
          select distinct on (approval_id) approval_id, parked_at, event_id from parked_notifications p
          where account = ? and approval_id is not null and parked_at >= ?
            and not exists (select 1 from approvals a join hires h on h.id = a.hire_id
              where a.id = p.approval_id and h.account = p.account)
          order by approval_id, parked_at, length(event_id), event_id) as named
        order by parked_at desc, length(event_id) desc, event_id desc limit ?
        """,
            row -> row.getString("approval_id"),
            account,
            since,
            most)
        .reversed();
  }

  private static String taker(int epoch, RecordBatch batch) {
    long last =
        batch.events().isEmpty() ? -batch.hire().version() : batch.events().getLast().number();
    return batch.hireId() + "/" + epoch + "/" + last;
  }

  private static List<String> milestoneIds(RecordBatch batch) {
    return batch.milestones().stream()
        .map(MilestoneDocument::milestoneId)
        .filter(Objects::nonNull)
        .toList();
  }
}
