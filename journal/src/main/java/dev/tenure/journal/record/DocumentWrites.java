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
    String upsert = upsert("milestones", "key", "position", "milestone_id");
    for (MilestoneDocument document : documents) {
      sql.update(
          upsert,
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
    String upsert = upsert("approvals", "id", "status", "expires_at");
    for (ApprovalDocument document : documents) {
      sql.update(
          upsert,
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
    String upsert = upsert("incidents", "id", "opened_at", "closed_at");
    for (IncidentDocument document : documents) {
      sql.update(
          upsert,
          hireId,
          document.id(),
          document.openedAt(),
          document.closedAt(),
          epoch,
          document.version(),
          Json.write(document));
    }
  }

  /**
   * A document of a hire stands under its key, with two of its fields as columns of their own.
   *
   * @param key the column that tells it from the others of its hire
   */
  private static String upsert(String table, String key, String first, String second) {
    return """
    insert into %1$s as old (hire_id, %2$s, %3$s, %4$s, epoch, version, document)
    values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
    on conflict (hire_id, %2$s) do update set %3$s = excluded.%3$s, %4$s = excluded.%4$s,
      epoch = excluded.epoch, version = excluded.version, document = excluded.document
    where (old.epoch, old.version) < (excluded.epoch, excluded.version)
    """
        .formatted(table, key, first, second);
  }
}
