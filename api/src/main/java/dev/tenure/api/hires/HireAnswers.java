package dev.tenure.api.hires;

import dev.tenure.api.hires.HireJson.IncidentJson;
import dev.tenure.api.hires.HireJson.LinksJson;
import dev.tenure.api.hires.HireJson.WaitingJson;
import dev.tenure.api.temporal.TemporalSettings;
import dev.tenure.journal.HireRow;
import dev.tenure.journal.HireView;
import dev.tenure.model.HireDocument;
import dev.tenure.model.HireTerms;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.Resolution;
import dev.tenure.model.Waiting;
import dev.tenure.workflows.WorkflowIds;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Tells hires as the front tells them. */
@Singleton
public final class HireAnswers {

  private static final Comparator<Waiting> SOONEST =
      Comparator.comparing(Waiting::deadline, Comparator.nullsLast(Comparator.naturalOrder()));

  private final TemporalSettings temporal;

  HireAnswers(TemporalSettings temporal) {
    this.temporal = temporal;
  }

  public HireJson of(HireView view) {
    HireRow row = view.row();
    HireDocument hire = view.document();
    HireTerms terms = row.terms();
    return new HireJson(
        hire.id(),
        hire.account(),
        hire.proposalId(),
        hire.generation(),
        row.replaces(),
        terms.externalRef(),
        terms.labels(),
        hire.status().wire(),
        hire.paused(),
        hire.contractId(),
        hire.jobId(),
        waiting(hire),
        view.openIncidents().stream().map(HireAnswers::incident).toList(),
        Terms.money(hire.money(), terms.cap(), view.feesBooked()),
        view.milestones().stream().map(one -> Terms.milestone(one, terms.policies())).toList(),
        Terms.policies(terms.policies()),
        ActionJson.of(hire.id(), hire.allowedActions()),
        links(hire.id()),
        hire.version(),
        hire.createdAt(),
        hire.updatedAt(),
        hire.closedAt(),
        row.recordedAt());
  }

  private LinksJson links(String id) {
    return new LinksJson(
        Paths.hire(id),
        "/v1/events?hire=" + id,
        "/v1/approvals?hire=" + id,
        temporal.uiOf(WorkflowIds.hire(id)));
  }

  private static List<WaitingJson> waiting(HireDocument hire) {
    return hire.waitingFor().stream()
        .sorted(SOONEST)
        .map(
            w ->
                new WaitingJson(
                    w.kind().wire(),
                    w.approvalId(),
                    w.milestone(),
                    w.incidentId(),
                    w.url(),
                    w.deadline()))
        .toList();
  }

  private static IncidentJson incident(IncidentDocument incident) {
    return new IncidentJson(
        incident.id(),
        incident.cause().wire(),
        incident.detail(),
        incident.milestone(),
        incident.fixUrl(),
        incident.actions().stream().map(Resolution::wire).toList(),
        incident.openedAt());
  }
}
