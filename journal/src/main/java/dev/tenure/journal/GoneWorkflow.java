package dev.tenure.journal;

import dev.tenure.model.ActionKind;
import dev.tenure.model.AllowedAction;
import dev.tenure.model.HireDocument;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.Resolution;
import dev.tenure.model.WaitKind;
import dev.tenure.model.Waiting;
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
final class GoneWorkflow {

  static final String INCIDENT = "workflow";

  private GoneWorkflow() {}

  static boolean open(Sql sql, OpenRun run, String words, List<Resolution> actions, Instant at)
      throws SQLException {
    Optional<HireRow> row = HireRows.lock(sql, run.hireId());
    if (row.isEmpty()
        || row.get().document().status().closed()
        || !Objects.equals(row.get().runId(), run.runId())) {
      return false;
    }
    HireDocument hire = row.get().document();
    write(sql, run.hireId(), incident(hire, words, actions, at));
    var waiting = new Waiting(WaitKind.RESOLUTION, null, null, INCIDENT, null, null);
    var answers = new AllowedAction(ActionKind.RESOLVE, INCIDENT, actions);
    rewrite(sql, changed(hire, hire.status(), List.of(waiting), List.of(answers), at, null));
    sql.update("update hires set gone_at = ? where id = ?", at, run.hireId());
    return true;
  }

  static Optional<IncidentDocument> find(Sql sql, String hireId) throws SQLException {
    return sql.first(
        "select document from incidents where hire_id = ? and id = ? and closed_at is null",
        row -> Json.read(row.getString("document"), IncidentDocument.class),
        hireId,
        INCIDENT);
  }

  /** Closes the incident; answers whether it was open. */
  static boolean over(Sql sql, String hireId, @Nullable Resolution how, Instant at)
      throws SQLException {
    Optional<IncidentDocument> open = find(sql, hireId);
    if (open.isEmpty()) {
      return false;
    }
    write(sql, hireId, open.get().closed(at, how));
    sql.update("update hires set gone_at = null where id = ?", hireId);
    return true;
  }

  static boolean abort(Sql sql, String hireId, Instant at) throws SQLException {
    Optional<HireRow> row = HireRows.lock(sql, hireId);
    if (row.isEmpty() || !over(sql, hireId, Resolution.ABORT, at)) {
      return false;
    }
    HireDocument hire = row.get().document();
    Retelling.closeEverything(sql, hireId, at);
    rewrite(sql, changed(hire, HireStatus.CANCELLED, List.of(), List.of(), at, at));
    return true;
  }

  private static void write(Sql sql, String hireId, IncidentDocument incident) throws SQLException {
    sql.update("delete from incidents where hire_id = ? and id = ?", hireId, INCIDENT);
    Documents.incidents(sql, hireId, epoch(sql, hireId), List.of(incident));
  }

  private static int epoch(Sql sql, String hireId) throws SQLException {
    return sql.first("select epoch from hires where id = ?", row -> row.getInt("epoch"), hireId)
        .orElseThrow();
  }

  private static void rewrite(Sql sql, HireDocument hire) throws SQLException {
    HireRows.header(sql, epoch(sql, hire.id()), hire);
    Notices.ring(sql, hire.id());
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

  private static HireDocument changed(
      HireDocument hire,
      HireStatus status,
      List<Waiting> waiting,
      List<AllowedAction> actions,
      Instant at,
      @Nullable Instant closedAt) {
    return new HireDocument(
        hire.id(),
        hire.account(),
        hire.proposalId(),
        hire.generation(),
        status,
        hire.contractId(),
        hire.jobId(),
        waiting,
        hire.money(),
        actions,
        hire.version() + 1,
        hire.createdAt(),
        at,
        closedAt,
        hire.paused(),
        hire.terms());
  }
}
