package dev.tenure.api;

import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.ResolveCommand;
import dev.tenure.workflows.opentrain.HireInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a small hire knows of itself. */
final class SmallHireState {

  private final HireInput input;
  private final Map<String, MilestoneDocument> milestones = new LinkedHashMap<>();
  private final Map<String, IncidentDocument> incidents = new LinkedHashMap<>();
  private HireTerms terms;
  HireStatus status = HireStatus.ACTIVE;
  boolean paused;
  long version;

  SmallHireState(HireInput input) {
    this.input = input;
    this.terms = HireTerms.of(input.plan());
    input.plan().milestones().forEach(this::add);
  }

  boolean closed() {
    return status.closed();
  }

  void add(MilestonePlan plan) {
    milestones.put(plan.key(), MilestoneDocument.planned(plan, milestones.size() + 1));
  }

  @Nullable MilestoneState state(String key) {
    MilestoneDocument there = milestones.get(key);
    return there == null ? null : there.state();
  }

  void milestone(String key, MilestoneState state) {
    milestones.computeIfPresent(key, (same, there) -> there.withState(state));
  }

  void change(ChangeCommand command) {
    terms = command.terms();
    for (MilestonePlan changed : command.milestones()) {
      milestones.computeIfPresent(
          changed.key(), (key, there) -> MilestoneDocument.planned(changed, there.position()));
    }
  }

  boolean open(String incidentId) {
    IncidentDocument there = incidents.get(incidentId);
    return there != null && there.open();
  }

  void raise(String id) {
    version++;
    incidents.put(
        id,
        new IncidentDocument(
            id,
            id.startsWith("doubt")
                ? IncidentCause.MILESTONE_IN_DOUBT
                : IncidentCause.PAYMENT_METHOD_REQUIRED,
            "There is no card on file.",
            "m1",
            "https://example.test/billing",
            List.of(Resolution.RETRY, Resolution.ADOPT, Resolution.SKIP, Resolution.ABORT),
            input.createdAt(),
            null,
            null,
            version));
  }

  void resolve(ResolveCommand command) {
    incidents.computeIfPresent(
        command.incidentId(),
        (id, there) -> there.closed(input.createdAt(), command.resolution()).at(version));
  }

  RecordBatch batch(String runId) {
    return new RecordBatch(
        input.hireId(),
        runId,
        null,
        header(),
        milestones.values().stream().map(one -> one.at(version)).toList(),
        List.of(),
        List.copyOf(incidents.values()),
        List.of());
  }

  private HireDocument header() {
    HirePlan plan = input.plan();
    Money none = Money.zero(Money.USD);
    return new HireDocument(
        input.hireId(),
        plan.account(),
        plan.proposalId(),
        input.generation(),
        status,
        "ctr_1",
        null,
        List.of(),
        new MoneyTotals(terms.cap(), none, none, none, worst()),
        actions(),
        version,
        input.createdAt(),
        input.createdAt(),
        closed() ? input.createdAt() : null,
        paused,
        terms,
        null);
  }

  private List<AllowedAction> actions() {
    return Stream.concat(
            Stream.of(
                AllowedAction.of(ActionKind.RELEASE, "m1"),
                AllowedAction.of(ActionKind.ADD_MILESTONE, null),
                AllowedAction.of(ActionKind.CHANGE, null)),
            incidents.values().stream()
                .filter(IncidentDocument::open)
                .map(one -> new AllowedAction(ActionKind.RESOLVE, one.id(), one.actions())))
        .toList();
  }

  private Money worst() {
    return Fees.worstCase(milestones.values().stream().map(MilestoneDocument::amount).toList());
  }
}
