package dev.tenure.api.hires.json;

import dev.tenure.api.hires.json.HireJson.LinksJson;
import dev.tenure.api.links.ActionJson;
import dev.tenure.api.links.Paths;
import dev.tenure.api.links.PublicAddress;
import dev.tenure.api.temporal.TemporalWebUi;
import dev.tenure.journal.read.HireRow;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.workflows.WorkflowIds;
import jakarta.inject.Singleton;

/** Tells hires as the front tells them. */
@Singleton
public final class HireMapper {

  private final TemporalWebUi temporal;
  private final PublicAddress address;

  HireMapper(TemporalWebUi temporal, PublicAddress address) {
    this.temporal = temporal;
    this.address = address;
  }

  public HireJson of(HireView view) {
    HireRow row = view.row();
    HireDocument hire = view.document();
    HireTerms terms = row.terms();
    return new HireJson(
        hire.id(),
        hire.account(),
        terms.openContract() == null ? hire.proposalId() : null,
        hire.generation(),
        row.replaces(),
        terms.externalRef(),
        terms.labels(),
        hire.status().wire(),
        hire.paused(),
        hire.contractId(),
        hire.jobId(),
        WaitJson.of(hire.waitingFor(), address),
        view.openIncidents().stream().map(IncidentJson::of).toList(),
        MoneyTotalsJson.of(hire.money(), terms.cap(), view.feesBooked()),
        BudgetUsageJson.of(hire.budgetUsage()),
        view.milestones().stream()
            .map(one -> MilestoneJson.of(one, terms.policies().release()))
            .toList(),
        PoliciesJson.of(terms.policies(), terms.openContract()),
        OpenContractJson.of(terms.openContract()),
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
        temporal.linkTo(WorkflowIds.hire(id)));
  }
}
