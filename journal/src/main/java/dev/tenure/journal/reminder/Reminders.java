package dev.tenure.journal.reminder;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.MilestoneDocument;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Which approvals people are yet to be reminded of, and which no longer. Kept beside the approval
 * itself: what a crash leaves undone is found here again.
 */
@Singleton
public final class Reminders {

  private static final String SELECT =
      """
      select a.hire_id, h.account, h.proposal_id, a.document,
        m.document as milestone,
        a.reminder_round
          + (a.status = 'pending' and a.reminders_over_at is not null)::int as round
      from approvals a join hires h on h.id = a.hire_id
      left join milestones m
        on m.hire_id = a.hire_id and m.key = a.document ->> 'milestone'
      """;

  private final Transactions transactions;

  Reminders(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Pending approvals that nobody is reminded of, not yet or not any more since they were out of
   * sight; the soonest deadline first.
   */
  public List<ReminderSubject> toBegin(int limit) {
    return transactions.run(
        sql ->
            sql.list(
                SELECT
                    + """
                     where a.status = 'pending'
                       and (a.reminders_begun_at is null or a.reminders_over_at is not null)
                       and a.expires_at > now() and h.closed_at is null
                     order by a.expires_at limit ?
                    """,
                Reminders::read,
                limit));
  }

  /** Approvals that are decided though their reminders were not called off yet. */
  public List<ReminderSubject> toCallOff(int limit) {
    return transactions.run(
        sql ->
            sql.list(
                SELECT
                    + """
                     where a.status <> 'pending' and a.reminders_begun_at is not null
                       and a.reminders_over_at is null
                     order by a.expires_at limit ?
                    """,
                Reminders::read,
                limit));
  }

  /** Remembers that people are reminded of an approval from now on, in the subject's round. */
  public void begun(ReminderSubject subject) {
    transactions.run(
        sql ->
            sql.update(
                """
                update approvals
                set reminders_begun_at = now(), reminders_over_at = null, reminder_round = ?
                where hire_id = ? and id = ?
                """,
                subject.round(),
                subject.hireId(),
                subject.approval().id()));
  }

  /** Remembers that nobody is reminded of an approval any more. */
  public void calledOff(ReminderSubject subject) {
    transactions.run(
        sql ->
            sql.update(
                "update approvals set reminders_over_at = now() where hire_id = ? and id = ?",
                subject.hireId(),
                subject.approval().id()));
  }

  /** The approval as it stands now. */
  public Optional<ReminderSubject> find(String hireId, String approvalId) {
    return transactions.run(
        sql ->
            sql.first(
                SELECT + " where a.hire_id = ? and a.id = ?", Reminders::read, hireId, approvalId));
  }

  private static ReminderSubject read(ResultSet row) throws SQLException {
    String milestone = row.getString("milestone");
    return new ReminderSubject(
        row.getString("hire_id"),
        row.getString("account"),
        row.getString("proposal_id"),
        Json.read(row.getString("document"), ApprovalDocument.class),
        milestone == null ? null : Json.read(milestone, MilestoneDocument.class).title(),
        row.getInt("round"));
  }
}
