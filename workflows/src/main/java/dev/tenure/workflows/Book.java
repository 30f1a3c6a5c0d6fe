package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.HireEvent;
import dev.tenure.model.HirePlan;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.MoneyTotals;
import dev.tenure.model.Resolution;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hire's own account of itself: every change goes through here, gets a version and is news. */
final class Book {
  final HireInput input;
  final HireState state;

  final News news = new News();

  /** The plan as it stands: what was requested, with every change since. */
  HirePlan plan;

  Book(HireInput input) {
    this.input = input;
    HireState carried = input.carried();
    this.state = carried == null ? new HireState() : carried;
    this.plan = Objects.requireNonNullElse(state.plan, input.plan());
    if (carried == null) {
      begin();
    }
  }

  private void begin() {
    int position = 1;
    for (MilestonePlan milestone : plan.milestones()) {
      put(MilestoneDocument.planned(milestone, position++));
    }
    note(
        "hire.requested",
        "Hire of proposal %s requested: %s, %s at most with fees."
            .formatted(
                plan.proposalId(),
                Words.count(plan.milestones().size(), "milestone"),
                totals().worstCase()));
  }

  /** Goes on by another plan. */
  void replan(HirePlan changed) {
    plan = changed;
    state.plan = changed;
  }

  /** Remembers the terms of the hire's latest approval, where they are not simply the input's. */
  void askedForHire(@Nullable MilestonePlan terms) {
    if (state.plan != null) {
      state.hireAsked = terms;
    }
  }

  /** Whether the hire was last asked for in other terms than hold now. */
  boolean outdated(ApprovalKind kind) {
    return kind == ApprovalKind.PROPOSAL_HIRE
        && !Objects.requireNonNullElse(state.hireAsked, input.plan().first()).equals(plan.first());
  }

  Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  MilestoneDocument milestone(String key) {
    return Objects.requireNonNull(state.milestones.get(key), key);
  }

  boolean dropped(@Nullable String milestone) {
    return milestone != null && milestone(milestone).state() == MilestoneState.DROPPED;
  }

  Collection<MilestoneDocument> milestones() {
    return state.milestones.values();
  }

  Optional<ApprovalDocument> pending(ApprovalKind kind, @Nullable String milestone) {
    return approvals(kind, milestone).filter(ApprovalDocument::pending).findFirst();
  }

  Stream<ApprovalDocument> approvals(ApprovalKind kind, @Nullable String milestone) {
    return state.approvals.values().stream()
        .filter(a -> a.kind() == kind && Objects.equals(a.milestone(), milestone));
  }

  /** The latest approval of this kind: what was asked for last. */
  Optional<ApprovalDocument> lastApproval(ApprovalKind kind, @Nullable String milestone) {
    return approvals(kind, milestone).reduce((earlier, later) -> later);
  }

  /** The page of the approval that was asked for last, where there is one. */
  @Nullable String pageOf(CoSignRequest request) {
    return lastApproval(request.kind(), request.milestone())
        .map(ApprovalDocument::url)
        .orElse(null);
  }

  List<IncidentDocument> openIncidents() {
    return state.incidents.values().stream().filter(IncidentDocument::open).toList();
  }

  /** Whether an operator has said to go on in spite of this. */
  boolean accepted(IncidentCause cause, String milestone) {
    return state.incidents.values().stream()
        .anyMatch(
            incident ->
                incident.cause() == cause
                    && milestone.equals(incident.milestone())
                    && (incident.resolution() == Resolution.RETRY
                        || incident.resolution() == Resolution.SKIP));
  }

  String contractId() {
    return Objects.requireNonNull(state.contractId, "no contract yet");
  }

  boolean hasContract() {
    return state.contractId != null;
  }

  MoneyTotals totals() {
    return Totals.of(plan, state.milestones.values(), state.approvals.values());
  }

  void status(HireStatus next) {
    state.status = next;
    touch();
  }

  void put(MilestoneDocument milestone) {
    state.milestones.put(milestone.key(), milestone.at(touch()));
    news.milestones.add(milestone.key());
  }

  void put(ApprovalDocument approval) {
    state.approvals.put(approval.id(), approval.at(touch()));
    news.approvals.add(approval.id());
  }

  void put(IncidentDocument incident) {
    state.incidents.put(incident.id(), incident.at(touch()));
    news.incidents.add(incident.id());
  }

  void note(String type, String summary) {
    note(type, summary, null, null, Map.of());
  }

  void note(
      String type,
      String summary,
      @Nullable String milestone,
      @Nullable String approvalId,
      Map<String, String> data) {
    touch();
    news.events.add(
        new HireEvent(++state.lastEvent, type, now(), summary, milestone, approvalId, data));
  }

  private long touch() {
    state.updatedAt = now();
    return ++state.version;
  }
}
