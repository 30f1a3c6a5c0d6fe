package dev.tenure.journal.record;

import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.read.HireRow;
import dev.tenure.journal.read.HireRows;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The incident of a hire whose workflow cannot be started. No workflow can keep it, so it is kept
 * here, at version 0, and everything that a workflow says later is newer.
 */
public final class RefusedStart {

  private static final String INCIDENT = "start";
  private static final List<Resolution> ACTIONS = List.of(Resolution.RETRY, Resolution.ABORT);

  private RefusedStart() {}

  /** Opens the incident, unless a workflow has spoken meanwhile. */
  public static int open(Sql sql, String hireId, String words, Instant at) throws SQLException {
    Optional<HireRow> row = HireRows.lock(sql, hireId);
    if (row.isEmpty() || row.get().runId() != null) {
      return 0;
    }
    HireDocument now = row.get().document();
    IncidentDocument incident = incident(words, at);
    JournalIncidents.write(sql, hireId, incident);
    JournalEvents.opened(sql, hireId, incident);
    return write(sql, HireWithoutWorkflow.awaiting(now, INCIDENT, ACTIONS, now.version(), at), at);
  }

  /** Closes the incident by an operator's answer; answers whether it was open. */
  public static boolean close(
      Sql sql, String hireId, String incidentId, OperatorAnswer answer, Instant at)
      throws SQLException {
    Optional<HireRow> row = HireRows.lock(sql, hireId);
    if (row.isEmpty() || !row.get().refused() || !incidentId.equals(INCIDENT)) {
      return false;
    }
    IncidentDocument open =
        sql.first(
                "select document from incidents where hire_id = ? and id = ?",
                found -> Json.read(found.getString("document"), IncidentDocument.class),
                hireId,
                INCIDENT)
            .orElseThrow();
    JournalIncidents.write(sql, hireId, closed(open, answer.resolution(), at));
    JournalEvents.answered(sql, hireId, open, at, answer);
    HireDocument answered = answered(row.get().document(), answer.resolution(), at);
    if (answered.status().closed()) {
      JournalEvents.cancelled(sql, answered, at, "The hire was given up before it was begun.");
    }
    write(sql, answered, null);
    return true;
  }

  private static int write(Sql sql, HireDocument hire, @Nullable Instant refusedAt)
      throws SQLException {
    ChangeNotifications.send(sql, hire.id());
    return sql.update(
        """
        update hires set status = ?, closed_at = ?, document = cast(? as jsonb), refused_at = ?,
          recorded_at = now()
        where id = ?
        """,
        hire.status().wire(),
        hire.closedAt(),
        Json.write(hire),
        refusedAt,
        hire.id());
  }

  private static IncidentDocument incident(String words, Instant at) {
    return new IncidentDocument(
        INCIDENT, IncidentCause.START_REFUSED, words, null, null, ACTIONS, at, null, null, 0);
  }

  private static IncidentDocument closed(IncidentDocument open, Resolution answer, Instant at) {
    return new IncidentDocument(
        INCIDENT, open.cause(), open.detail(), null, null, ACTIONS, open.openedAt(), at, answer, 0);
  }

  private static HireDocument answered(HireDocument hire, Resolution answer, Instant at) {
    return switch (answer) {
      case RETRY, ADOPT, SKIP -> HireWithoutWorkflow.over(hire, hire.version(), at);
      case ABORT -> HireWithoutWorkflow.givenUp(hire, hire.version(), at);
    };
  }
}
