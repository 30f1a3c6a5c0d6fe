package dev.tenure.journal.record;

import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Incidents of a hire that the journal finds by itself while the workflow goes on, and that nobody
 * answers: each is open as long as its condition is found. The caller holds the lock of the hire.
 */
public final class JournalIncidents {

  /** Id of the incident of an account that no worker serves. */
  public static final String ACCOUNT = "account";

  /** Id of the incident of something that the database does not take. */
  static final String RECORD = "record";

  /** Id of the incident of a hire that the journal had lost. */
  static final String ROW = "row";

  private JournalIncidents() {}

  /** Opens an incident, or tells the open one in other words. */
  public static void open(
      Sql sql, String hireId, String id, IncidentCause cause, String words, Instant at)
      throws SQLException {
    Optional<IncidentDocument> before = find(sql, hireId, id);
    Instant since = before.map(IncidentDocument::openedAt).orElse(at);
    var incident =
        new IncidentDocument(id, cause, words, null, null, List.of(), since, null, null, 0);
    write(sql, hireId, incident);
    if (before.isEmpty()) {
      JournalEvents.opened(sql, hireId, incident);
      ChangeNotifications.send(sql, hireId);
    }
  }

  /** Closes an incident, if it is open. */
  public static void close(Sql sql, String hireId, String id, String why, Instant at)
      throws SQLException {
    Optional<IncidentDocument> open = find(sql, hireId, id);
    if (open.isPresent()) {
      write(sql, hireId, open.get().closed(at, null));
      JournalEvents.closed(sql, hireId, open.get(), at, why);
      ChangeNotifications.send(sql, hireId);
    }
  }

  /** The incident, if it is open. */
  static Optional<IncidentDocument> find(Sql sql, String hireId, String id) throws SQLException {
    return sql.first(
        "select document from incidents where hire_id = ? and id = ? and closed_at is null",
        row -> Json.read(row.getString("document"), IncidentDocument.class),
        hireId,
        id);
  }

  /** Puts it in the place of the one before, whatever its version. */
  static void write(Sql sql, String hireId, IncidentDocument incident) throws SQLException {
    sql.update("delete from incidents where hire_id = ? and id = ?", hireId, incident.id());
    DocumentWrites.incidents(sql, hireId, epoch(sql, hireId), List.of(incident));
  }

  private static int epoch(Sql sql, String hireId) throws SQLException {
    return sql.first("select epoch from hires where id = ?", row -> row.getInt("epoch"), hireId)
        .orElseThrow();
  }
}
