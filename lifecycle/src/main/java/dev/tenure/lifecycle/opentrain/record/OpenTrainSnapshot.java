package dev.tenure.lifecycle.opentrain.record;

import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.record.DocumentKeys;
import dev.tenure.lifecycle.record.HireSnapshot;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.plan.HirePlan;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a hire has been told, so that what is new can be found.
 *
 * @param header none before anything was told
 * @param approvals the approvals with the state of their ask, by the marketplace's id
 */
public record OpenTrainSnapshot(
    @Nullable HireDocument header,
    HirePlan plan,
    boolean contractEnded,
    boolean givenUp,
    boolean reopened,
    @Nullable BudgetSnapshot budget,
    int commands,
    Map<String, MilestoneView> milestones,
    Map<String, ApprovalView> approvals,
    Map<String, Object> documents)
    implements HireSnapshot {

  /** A milestone as it was told. */
  record MilestoneView(MilestoneDocument document, Stage stage) {}

  /** An approval as it was told. */
  record ApprovalView(ApprovalDocument document, Ask.State state) {}

  /** Nothing of the hire has been told yet. */
  public static OpenTrainSnapshot nothingOf(OpenTrainHire hire) {
    return new OpenTrainSnapshot(
        null, hire.plan(), false, false, false, null, 0, Map.of(), Map.of(), Map.of());
  }

  /** Everything of the hire, as it stands, counts as told. */
  public static OpenTrainSnapshot of(OpenTrainHire hire) {
    Map<String, MilestoneView> milestones = new LinkedHashMap<>();
    for (Milestone milestone : hire.milestones()) {
      milestones.put(
          milestone.key(),
          new MilestoneView(OpenTrainDocuments.of(hire, milestone), milestone.stage()));
    }
    Map<String, ApprovalView> approvals = new LinkedHashMap<>();
    for (Ask ask : hire.asks()) {
      if (ask.approval() != null) {
        ApprovalDocument document = OpenTrainDocuments.of(hire, ask);
        approvals.put(document.id(), new ApprovalView(document, ask.state()));
      }
    }
    Map<String, Object> documents = new LinkedHashMap<>();
    milestones.forEach(
        (key, view) -> documents.put(DocumentKeys.ofMilestone(key), view.document()));
    approvals.forEach((id, view) -> documents.put(DocumentKeys.ofApproval(id), view.document()));
    DocumentKeys.addIncidents(hire, documents);
    return new OpenTrainSnapshot(
        OpenTrainDocuments.header(hire),
        hire.plan(),
        hire.contract().ended(),
        hire.givenUp() != null,
        hire.reopened(),
        hire.contract().budget(),
        hire.commands().size(),
        milestones,
        approvals,
        documents);
  }

  HireStatus status() {
    return header == null ? HireStatus.REQUESTED : header.status();
  }

  @Nullable String contractId() {
    return header == null ? null : header.contractId();
  }
}
