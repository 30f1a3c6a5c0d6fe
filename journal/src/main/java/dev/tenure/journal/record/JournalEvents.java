package dev.tenure.journal.record;

import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.message.HireEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a hire that no workflow tells, because none runs. They stand in the same feed, in the
 * words of the workflow, in an epoch of their own with a count of its own: no telling of a workflow
 * is ever taken for them. The caller holds the lock of the hire.
 */
final class JournalEvents {

  /** Those of workflows begin at 1. */
  static final int EPOCH = 0;

  private JournalEvents() {}

  static void opened(Sql sql, String hireId, IncidentDocument incident) throws SQLException {
    String words = "A person is needed: " + incident.detail();
    tell(sql, hireId, incident.openedAt(), "incident.opened", words, facts(incident));
  }

  static void closed(Sql sql, String hireId, IncidentDocument incident, Instant at, String why)
      throws SQLException {
    closed(sql, hireId, incident, at, why, Map.of());
  }

  static void answered(
      Sql sql, String hireId, IncidentDocument incident, Instant at, OperatorAnswer answer)
      throws SQLException {
    closed(sql, hireId, incident, at, answer.words(), answer.data());
  }

  private static void closed(
      Sql sql,
      String hireId,
      IncidentDocument incident,
      Instant at,
      String why,
      Map<String, String> more)
      throws SQLException {
    String words = "Incident %s closed: %s.".formatted(incident.cause().wire(), why);
    Subject facts = facts(incident);
    Map<String, String> data = new HashMap<>(facts.data());
    data.putAll(more);
    tell(
        sql,
        hireId,
        at,
        "incident.closed",
        words,
        new Subject(facts.milestone(), facts.approvalId(), data));
  }

  static void overtaken(Sql sql, String hireId, ApprovalDocument approval, Instant at)
      throws SQLException {
    var subject =
        new Subject(approval.milestone(), approval.id(), Map.of("kind", approval.kind().wire()));
    tell(
        sql,
        hireId,
        at,
        "approval.superseded",
        "An approval was still pending when the hire closed; decline it on the marketplace.",
        subject);
  }

  static void cancelled(Sql sql, HireDocument hire, Instant at, String words) throws SQLException {
    tell(sql, hire.id(), at, "hire.cancelled", words, new Subject(null, null, Map.of()));
  }

  /** What an event is about. */
  private record Subject(
      @Nullable String milestone, @Nullable String approvalId, Map<String, String> data) {}

  private static Subject facts(IncidentDocument incident) {
    return new Subject(
        incident.milestone(),
        null,
        Map.of("incidentId", incident.id(), "cause", incident.cause().wire()));
  }

  private static void tell(
      Sql sql, String hireId, Instant at, String type, String summary, Subject subject)
      throws SQLException {
    long number =
        sql.first(
                "select coalesce(max(number), 0) + 1 as next from events"
                    + " where hire_id = ? and epoch = ?",
                row -> row.getLong("next"),
                hireId,
                EPOCH)
            .orElseThrow();
    var event =
        new HireEvent(
            number, type, at, summary, subject.milestone(), subject.approvalId(), subject.data());
    HireRecords.append(sql, hireId, EPOCH, event);
  }
}
