package dev.tenure.journal.record;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes documents where they are newer than those there. */
final class DocumentWrites {

  private static final String AS_TOLD = "excluded.document";

  /** They are told while it is pending, and stay what its digest is of. */
  private static final String WITH_ITS_TERMS =
      """
      case when old.document -> 'terms' is not null
          and old.document -> 'termsDigest' = excluded.document -> 'termsDigest'
        then jsonb_set(excluded.document, '{terms}', old.document -> 'terms')
        else excluded.document end
      """;

  private DocumentWrites() {}

  static void milestones(Sql sql, String hireId, int epoch, List<MilestoneDocument> documents)
      throws SQLException {
    sql.updateEach(
        upsert("milestones", "key", "position", "milestone_id", AS_TOLD),
        documents.stream()
            .map(
                document ->
                    row(
                        hireId,
                        document.key(),
                        document.position(),
                        document.milestoneId(),
                        epoch,
                        document.version(),
                        Json.write(document)))
            .toList());
  }

  static void approvals(Sql sql, String hireId, int epoch, List<ApprovalDocument> documents)
      throws SQLException {
    sql.updateEach(
        upsert("approvals", "id", "status", "expires_at", WITH_ITS_TERMS),
        documents.stream()
            .map(
                document ->
                    row(
                        hireId,
                        document.id(),
                        document.status().wire(),
                        document.expiresAt(),
                        epoch,
                        document.version(),
                        Json.write(document)))
            .toList());
  }

  static void incidents(Sql sql, String hireId, int epoch, List<IncidentDocument> documents)
      throws SQLException {
    sql.updateEach(
        upsert("incidents", "id", "opened_at", "closed_at", AS_TOLD),
        documents.stream()
            .map(
                document ->
                    row(
                        hireId,
                        document.id(),
                        document.openedAt(),
                        document.closedAt(),
                        epoch,
                        document.version(),
                        Json.write(document)))
            .toList());
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  /**
   * A document of a hire stands under its key, with two of its fields as columns of their own.
   *
   * @param key the column that tells it from the others of its hire
   * @param document what stands there afterwards
   */
  private static String upsert(
      String table, String key, String first, String second, String document) {
    return """
    insert into %1$s as old (hire_id, %2$s, %3$s, %4$s, epoch, version, document)
    values (?, ?, ?, ?, ?, ?, cast(? as jsonb))
    on conflict (hire_id, %2$s) do update set %3$s = excluded.%3$s, %4$s = excluded.%4$s,
      epoch = excluded.epoch, version = excluded.version, document = %5$s
    where (old.epoch, old.version) < (excluded.epoch, excluded.version)
    """
        .formatted(table, key, first, second, document);
  }
}
