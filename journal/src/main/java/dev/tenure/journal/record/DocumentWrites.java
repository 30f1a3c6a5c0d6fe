package dev.tenure.journal.record;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import java.sql.SQLException;
import java.util.List;

/** Writes documents where they are newer than those there. */
final class DocumentWrites {

  private DocumentWrites() {}

  static void milestones(Sql sql, String hireId, int epoch, List<MilestoneDocument> documents)
      throws SQLException {
    for (MilestoneDocument document : documents) {
      sql.update(
          """
          insert into milestones as old
            (hire_id, key, position, milestone_id, epoch, version, document)
          values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
          on conflict (hire_id, key) do update set position = excluded.position,
            milestone_id = excluded.milestone_id, epoch = excluded.epoch,
            version = excluded.version, document = excluded.document
          where (old.epoch, old.version) < (excluded.epoch, excluded.version)
          """,
          hireId,
          document.key(),
          document.position(),
          document.milestoneId(),
          epoch,
          document.version(),
          Json.write(document));
    }
  }

  static void approvals(Sql sql, String hireId, int epoch, List<ApprovalDocument> documents)
      throws SQLException {
    for (ApprovalDocument document : documents) {
      sql.update(
          """
          insert into approvals as old
            (hire_id, id, status, expires_at, epoch, version, document)
          values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
          on conflict (hire_id, id) do update set status = excluded.status,
            expires_at = excluded.expires_at, epoch = excluded.epoch,
            version = excluded.version, document = excluded.document
          where (old.epoch, old.version) < (excluded.epoch, excluded.version)
          """,
          hireId,
          document.id(),
          document.status().wire(),
          document.expiresAt(),
          epoch,
          document.version(),
          Json.write(document));
    }
  }

  static void incidents(Sql sql, String hireId, int epoch, List<IncidentDocument> documents)
      throws SQLException {
    for (IncidentDocument document : documents) {
      sql.update(
          """
          insert into incidents as old
            (hire_id, id, opened_at, closed_at, epoch, version, document)
          values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
          on conflict (hire_id, id) do update set opened_at = excluded.opened_at,
            closed_at = excluded.closed_at, epoch = excluded.epoch,
            version = excluded.version, document = excluded.document
          where (old.epoch, old.version) < (excluded.epoch, excluded.version)
          """,
          hireId,
          document.id(),
          document.openedAt(),
          document.closedAt(),
          epoch,
          document.version(),
          Json.write(document));
    }
  }
}
