package dev.tenure.journal.record;

import dev.tenure.journal.account.ParkedNotifications;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.RecordBatch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Records a snapshot: everything that a workflow knows of its hire, where a batch holds only what
 * is new. What only an earlier epoch knew, before a Temporal Reset went back behind it, must not
 * stay open: nobody waits for it any more.
 */
public final class SnapshotWrites {

  private SnapshotWrites() {}

  /** Remembers that the workflow of a hire is to be asked for a snapshot. */
  public static int request(Sql sql, String hireId) throws SQLException {
    return sql.update("update hires set retell_due = true where id = ?", hireId);
  }

  /** Asks no more for a snapshot that cannot be recorded. */
  public static int giveUp(Sql sql, String hireId) throws SQLException {
    return sql.update("update hires set retell_due = false where id = ?", hireId);
  }

  /** Answers whether the run that spoke last gave the snapshot; only then it closes anything. */
  public static boolean write(Sql sql, RecordBatch everything, Instant at) throws SQLException {
    String hireId = everything.hireId();
    ParkedNotifications.lockForRecording(sql, everything.hire().account());
    int epoch = HireRecords.documents(sql, everything);
    boolean current =
        sql.update(
                "update hires set retell_due = false where id = ? and run_id = ?",
                hireId,
                everything.runId())
            == 1;
    if (current) {
      forget(sql, hireId, epoch, everything);
      LostHire.complete(sql, everything, at);
      JournalIncidents.close(
          sql,
          hireId,
          JournalIncidents.RECORD,
          "everything that the workflow knows is recorded",
          at);
      closeApprovals(sql, hireId, epoch, ids(everything), at);
      closeIncidents(
          sql, hireId, epoch, incidentIds(everything), at, "the hire was set back behind it");
    }
    return current;
  }

  /** The hire closes without its workflow: nothing of it stays open. */
  public static void closeEverything(Sql sql, String hireId, Instant at) throws SQLException {
    int later = Integer.MAX_VALUE;
    for (ApprovalDocument approval : closeApprovals(sql, hireId, later, List.of(), at)) {
      JournalEvents.overtaken(sql, hireId, approval, at);
    }
    closeIncidents(sql, hireId, later, List.of(), at, "the hire went on without it");
  }

  private static List<String> ids(RecordBatch everything) {
    return everything.approvals().stream().map(ApprovalDocument::id).toList();
  }

  private static List<String> incidentIds(RecordBatch everything) {
    // An account that nobody serves is no matter of the workflow.
    return Stream.concat(
            Stream.of(JournalIncidents.ACCOUNT),
            everything.incidents().stream().map(IncidentDocument::id))
        .toList();
  }

  /** A milestone that the snapshot does not know was planned by a command that it does not know. */
  private static void forget(Sql sql, String hireId, int epoch, RecordBatch everything)
      throws SQLException {
    sql.update(
        "delete from milestones where hire_id = ? and epoch < ? and not (key = any(?))",
        hireId,
        epoch,
        everything.milestones().stream().map(MilestoneDocument::key).toList());
  }

  /** Answers those that were pending until now. */
  private static List<ApprovalDocument> closeApprovals(
      Sql sql, String hireId, int epoch, List<String> known, Instant at) throws SQLException {
    List<ApprovalDocument> stale =
        sql.list(
            """
            select document from approvals
            where hire_id = ? and epoch < ? and status = 'pending' and not (id = any(?))
            """,
            row -> Json.read(row.getString("document"), ApprovalDocument.class),
            hireId,
            epoch,
            known);
    for (ApprovalDocument approval : stale) {
      sql.update(
          """
          update approvals set status = ?, document = cast(? as jsonb)
          where hire_id = ? and id = ?
          """,
          ApprovalStatus.SUPERSEDED.wire(),
          Json.write(approval.resolved(ApprovalStatus.SUPERSEDED, at, Map.of())),
          hireId,
          approval.id());
    }
    return stale;
  }

  private static void closeIncidents(
      Sql sql, String hireId, int epoch, List<String> known, Instant at, String why)
      throws SQLException {
    List<IncidentDocument> stale =
        sql.list(
            """
            select document from incidents
            where hire_id = ? and epoch < ? and closed_at is null and not (id = any(?))
            """,
            row -> Json.read(row.getString("document"), IncidentDocument.class),
            hireId,
            epoch,
            known);
    for (IncidentDocument incident : stale) {
      sql.update(
          """
          update incidents set closed_at = ?, document = cast(? as jsonb)
          where hire_id = ? and id = ?
          """,
          at,
          Json.write(incident.closed(at, null)),
          hireId,
          incident.id());
      JournalEvents.closed(sql, hireId, incident, at, why);
    }
  }
}
