package dev.tenure.journal.record;

import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.read.HireRow;
import dev.tenure.journal.read.HireRows;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The incident of a hire whose workflow is gone. No workflow can keep it, so it is kept here, one
 * version above the last word of the workflow; another run that speaks ends it.
 */
public final class GoneWorkflow {

  /** Id of the incident. */
  public static final String INCIDENT = "workflow";

  private GoneWorkflow() {}

  /**
   * Opens it, unless the hire closed or another run was heard of meanwhile; answers whether it did.
   *
   * @param known the last run that the journal knew when the workflow was looked for
   * @param over the run that was found ended; absent where none was found
   */
  public static boolean open(
      Sql sql,
      String hireId,
      @Nullable String known,
      @Nullable String over,
      String words,
      List<Resolution> actions,
      Instant at)
      throws SQLException {
    Optional<HireRow> row = HireRows.lock(sql, hireId);
    if (row.isEmpty()
        || row.get().document().status().closed()
        || !Objects.equals(row.get().runId(), known)) {
      return false;
    }
    if (over != null) {
      Epochs.over(sql, hireId, over);
    }
    HireDocument hire = row.get().document();
    IncidentDocument incident = incident(hire, words, actions, at);
    JournalIncidents.write(sql, hireId, incident);
    JournalEvents.opened(sql, hireId, incident);
    rewrite(sql, HireWithoutWorkflow.awaiting(hire, INCIDENT, actions, hire.version() + 1, at));
    sql.update("update hires set gone_at = ? where id = ?", at, hireId);
    return true;
  }

  /** Offers other answers than before; answers whether the incident is open. */
  public static boolean offer(
      Sql sql, String hireId, String words, List<Resolution> actions, Instant at)
      throws SQLException {
    Optional<HireRow> row = HireRows.lock(sql, hireId);
    Optional<IncidentDocument> open = JournalIncidents.find(sql, hireId, INCIDENT);
    if (row.isEmpty() || open.isEmpty()) {
      return false;
    }
    HireDocument hire = row.get().document();
    JournalIncidents.write(sql, hireId, incident(hire, words, actions, open.get().openedAt()));
    rewrite(sql, HireWithoutWorkflow.awaiting(hire, INCIDENT, actions, hire.version() + 1, at));
    return true;
  }

  /** Lets a hire wait for the answer although its gone run spoke late; the hire is locked. */
  static void keep(Sql sql, HireDocument hire) throws SQLException {
    Optional<IncidentDocument> open = JournalIncidents.find(sql, hire.id(), INCIDENT);
    if (open.isPresent() && !hire.status().closed()) {
      List<Resolution> actions = open.get().actions();
      rewrite(
          sql,
          HireWithoutWorkflow.awaiting(
              hire, INCIDENT, actions, hire.version() + 1, hire.updatedAt()));
    }
  }

  /**
   * Closes the incident of a hire that is locked; answers whether it was open.
   *
   * @param answer an operator's; null where another run of the workflow spoke
   */
  public static boolean over(Sql sql, String hireId, @Nullable OperatorAnswer answer, Instant at)
      throws SQLException {
    Optional<IncidentDocument> open = JournalIncidents.find(sql, hireId, INCIDENT);
    if (open.isEmpty()) {
      return false;
    }
    JournalIncidents.write(
        sql, hireId, open.get().closed(at, answer == null ? null : answer.resolution()));
    if (answer == null) {
      JournalEvents.closed(sql, hireId, open.get(), at, "the workflow runs again");
    } else {
      JournalEvents.answered(sql, hireId, open.get(), at, answer);
    }
    sql.update("update hires set gone_at = null where id = ?", hireId);
    return true;
  }

  /** Gives the hire up by an operator's answer; answers whether the incident was open. */
  public static boolean abort(Sql sql, String hireId, @Nullable String actor, Instant at)
      throws SQLException {
    Optional<HireRow> row = HireRows.lock(sql, hireId);
    if (row.isEmpty() || !over(sql, hireId, new OperatorAnswer(Resolution.ABORT, actor), at)) {
      return false;
    }
    HireDocument hire = row.get().document();
    SnapshotWrites.closeEverything(sql, hireId, at);
    JournalEvents.cancelled(
        sql,
        hire,
        at,
        "The hire was given up without its workflow; what exists on the marketplace stays there.");
    rewrite(sql, HireWithoutWorkflow.givenUp(hire, hire.version() + 1, at));
    return true;
  }

  private static int epoch(Sql sql, String hireId) throws SQLException {
    return sql.first("select epoch from hires where id = ?", row -> row.getInt("epoch"), hireId)
        .orElseThrow();
  }

  private static void rewrite(Sql sql, HireDocument hire) throws SQLException {
    HireWrites.header(sql, epoch(sql, hire.id()), hire);
    ChangeNotifications.send(sql, hire.id());
  }

  private static IncidentDocument incident(
      HireDocument hire, String words, List<Resolution> actions, Instant at) {
    return new IncidentDocument(
        INCIDENT,
        IncidentCause.WORKFLOW_GONE,
        words,
        null,
        null,
        actions,
        at,
        null,
        null,
        hire.version() + 1);
  }
}
