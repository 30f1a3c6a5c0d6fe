package dev.tenure.workflows.seeds;

import dev.tenure.lifecycle.simulation.marketplace.EscrowLedger;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.money.Money;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What must hold when a seed is over. */
final class FinalChecks {
  private final Draw draw;
  private final Shell shell;
  private final Set<String> deeds;
  private final Instant over;
  private final HireDocument hire;
  private final @Nullable SimulatedContract contract;

  FinalChecks(Draw draw, Shell shell, Set<String> deeds, Instant over) {
    this.draw = draw;
    this.shell = shell;
    this.deeds = deeds;
    this.over = over;
    this.hire = Objects.requireNonNull(shell.journal.hire(), "nothing was recorded");
    this.contract = shell.market.with(m -> m.proposal(Draw.PROPOSAL).contract());
  }

  /** In words, how the seed has ended. */
  String check() {
    record();
    histories();
    money();
    String end = shell.market.with(this::end);
    return shell.journal.closed() ? end : "open, " + waits();
  }

  private void record() {
    List<Long> numbers = shell.journal.events().stream().map(event -> event.number()).toList();
    Broken.unless(
        numbers.equals(LongStream.rangeClosed(1, numbers.size()).boxed().toList()),
        "events_without_gaps",
        numbers.toString());
    Broken.unless(shell.journal.epochs() == 1, "one_epoch", shell.journal.epochs() + " epochs");
  }

  private void histories() {
    for (String run : shell.journal.runs()) {
      for (HistoryEvent event : shell.history(run)) {
        boolean failed =
            event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED
                && event.getWorkflowTaskFailedEventAttributes().getCause()
                    != WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND;
        Broken.unless(!failed, "no_workflow_task_fails", event.toString());
      }
    }
    EventType last = shell.last().getEventType();
    boolean over =
        switch (last) {
          case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED -> true;
          case EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
              EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
              EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
              EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT ->
              throw new Broken("workflow_never_fails", last.name());
          default -> false;
        };
    Broken.unless(
        over == shell.journal.closed(),
        "closed_hires_end",
        "the hire is " + hire.status().wire() + ", its workflow ends with " + last);
  }

  private void money() {
    List<String> wrong = shell.market.with(SimulatedMarketplace::moneyViolations);
    Broken.unless(wrong.isEmpty(), "marketplace_money", wrong.toString());
    Money cap = draw.plan.cap();
    boolean ours =
        deeds.stream()
            .noneMatch(
                deed ->
                    deed.equals("terms edited")
                        || deed.equals("funded in the app")
                        || deed.equals("milestone added")
                        || deed.endsWith("budget_exceeded"));
    if (cap != null && contract != null && ours) {
      EscrowLedger.Totals booked = shell.market.with(m -> m.ledger().of(contract.id()));
      Money spent = Money.ofMinor(booked.charged() - booked.refunded(), Money.USD);
      Broken.unless(
          spent.compareTo(cap) <= 0, "nothing_above_the_cap", spent + " of at most " + cap);
    }
  }

  private String end(SimulatedMarketplace marketplace) {
    String closed = "closed as " + hire.status().wire();
    if (!hire.status().closed()) {
      return closed;
    }
    nothingPending(marketplace);
    if (contract == null) {
      converges(hire.contractId() == null, "a contract that does not exist");
      return closed;
    }
    Instant closedAt = hire.closedAt();
    if (hire.contractId() == null) {
      boolean known =
          shell.journal.approvals().stream()
              .anyMatch(a -> a.id().equals(contract.createdBy().approvalId()));
      converges(
          !known || (closedAt != null && !contract.createdAt().isBefore(closedAt)),
          "does not know contract " + contract.id());
      return closed + ", a contract after the close";
    }
    converges(contract.id().equals(hire.contractId()), "another contract");
    if (contract.active()) {
      converges(
          hire.status() != HireStatus.ENDED && endRefused(marketplace),
          closed + " while the contract is active");
      return closed + ", the end was refused";
    }
    milestones(contract);
    EscrowLedger.Totals booked = marketplace.ledger().of(contract.id());
    Money paid = Money.ofMinor(booked.paid(), Money.USD);
    Money committed = Money.ofMinor(booked.paid() + booked.escrow(), Money.USD);
    converges(
        hire.money().paid().equals(paid),
        "paid %s here, %s there".formatted(hire.money().paid(), paid));
    converges(
        hire.money().committed().equals(committed),
        "committed %s here, %s there".formatted(hire.money().committed(), committed));
    return closed;
  }

  /** Nothing that the hire knows of may still be confirmed after it has closed. */
  private void nothingPending(SimulatedMarketplace marketplace) {
    if (deeds.stream().anyMatch(deed -> deed.startsWith("answer abort"))) {
      return;
    }
    for (ApprovalDocument known : shell.journal.approvals()) {
      SimulatedApproval there = marketplace.approval(known.id());
      boolean open = there.pending() && over.isBefore(there.expiresAt());
      converges(!open, known.id() + " is still pending");
      converges(
          known.status() != ApprovalStatus.CONFIRMED || there.status() == ApprovalStatus.CONFIRMED,
          known.id() + " is confirmed here and " + there.status() + " there");
    }
  }

  private boolean endRefused(SimulatedMarketplace marketplace) {
    return marketplace.approvals().stream()
        .filter(approval -> approval.kind() == ApprovalKind.CONTRACT_END)
        .reduce((one, other) -> other)
        .filter(last -> last.status() != ApprovalStatus.CONFIRMED)
        .isPresent();
  }

  private void milestones(SimulatedContract shown) {
    Map<String, MilestoneDocument> known = new HashMap<>();
    for (MilestoneDocument document : shell.journal.milestones()) {
      if (document.milestoneId() != null) {
        known.put(document.milestoneId(), document);
      }
    }
    for (SimulatedMilestone there : shown.milestones()) {
      MilestoneDocument here = known.get(there.id());
      if (here == null) {
        converges(!there.status().shown(), there.id() + " " + there.status() + " is not known");
      } else {
        converges(
            alike(there, here.state()),
            "%s is %s here and %s there".formatted(here.key(), here.state(), there.status()));
        converges(
            !there.status().shown()
                || here.amount().equals(Money.ofMinor(there.amountCents(), Money.USD)),
            "%s costs %s here and %d cents there"
                .formatted(here.key(), here.amount(), there.amountCents()));
      }
    }
  }

  private static boolean alike(SimulatedMilestone there, MilestoneState here) {
    return switch (there.status()) {
      case NOT_FUNDED ->
          here == MilestoneState.CREATED
              || here == MilestoneState.AWAITING_FUNDING
              || here == MilestoneState.DROPPED;
      case ACTIVE_FUNDED, DISPUTED -> here.inEscrow();
      case PAID -> here == MilestoneState.PAID;
      case CANCELLED, REFUNDED ->
          here == MilestoneState.CANCELLED || here == MilestoneState.DROPPED;
    };
  }

  /** An open hire is held by an incident with an answer, or says what it waits for. */
  private String waits() {
    List<IncidentDocument> incidents = shell.journal.openIncidents();
    if (!incidents.isEmpty()) {
      for (IncidentDocument incident : incidents) {
        Broken.unless(!incident.actions().isEmpty(), "incident_has_an_answer", incident.detail());
      }
      return "held by "
          + incidents.stream().map(i -> i.cause().wire()).distinct().collect(Collectors.joining());
    }
    Broken.unless(
        !hire.waitingFor().isEmpty() || hire.paused(),
        "names_what_it_waits_for",
        "neither closed, nor held, nor waiting: " + hire);
    for (Wait waiting : hire.waitingFor()) {
      String approvalId = waiting.approvalId();
      boolean pending =
          approvalId == null || shell.market.with(m -> m.approval(approvalId).pending());
      Broken.unless(pending, "waits_for_what_is_open", waiting.toString());
      Broken.unless(
          waiting.kind() != WaitKind.DELIVERY, "waits_for_what_is_open", waiting.toString());
    }
    return "waits for "
        + hire.waitingFor().stream().map(w -> w.kind().wire()).collect(Collectors.joining());
  }

  private static void converges(boolean holds, String words) {
    Broken.unless(holds, "converges", words);
  }
}
