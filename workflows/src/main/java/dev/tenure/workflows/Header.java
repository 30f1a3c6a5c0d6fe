package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.BudgetSnapshot;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.BudgetUsage;
import dev.tenure.model.HireDocument;
import dev.tenure.model.HireTerms;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.ReleaseRule;
import dev.tenure.model.WaitKind;
import dev.tenure.model.Waiting;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the hire's header document: status, what it waits for, money, what is allowed. */
final class Header {

  private Header() {}

  static HireDocument of(Book book) {
    HireState state = book.state;
    return new HireDocument(
        book.input.hireId(),
        book.plan.account(),
        book.plan.proposalId(),
        book.input.generation(),
        state.status,
        state.contractId,
        state.jobId,
        waitingFor(book),
        book.totals(),
        AllowedActions.of(book),
        state.version,
        book.input.createdAt(),
        Objects.requireNonNullElse(state.updatedAt, book.input.createdAt()),
        state.closedAt,
        state.paused,
        state.plan == null ? null : HireTerms.of(state.plan),
        budgetUsage(state.budget));
  }

  private static @Nullable BudgetUsage budgetUsage(@Nullable BudgetSnapshot shown) {
    return shown == null
        ? null
        : new BudgetUsage(shown.state(), shown.funded(), shown.consumed(), shown.remaining());
  }

  private static List<Waiting> waitingFor(Book book) {
    if (book.state.status.closed()) {
      return List.of();
    }
    Stream<Waiting> approvals =
        book.state.approvals.values().stream().filter(ApprovalDocument::pending).map(Header::of);
    Stream<Waiting> work =
        book.milestones().stream().flatMap(milestone -> work(book, milestone).stream());
    Stream<Waiting> incidents = book.openIncidents().stream().map(Header::of);
    Stream<Waiting> end =
        Ending.awaitsCommand(book)
            ? Stream.of(new Waiting(WaitKind.COMMAND, null, null, null, null, null))
            : Stream.empty();
    return Stream.of(approvals, work, incidents, end)
        .flatMap(waits -> waits)
        .sorted(
            Comparator.comparing(
                Waiting::deadline, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static Waiting of(ApprovalDocument approval) {
    return new Waiting(
        WaitKind.APPROVAL,
        approval.id(),
        approval.milestone(),
        null,
        approval.url(),
        approval.expiresAt());
  }

  private static Waiting of(IncidentDocument incident) {
    return new Waiting(
        WaitKind.RESOLUTION, null, incident.milestone(), incident.id(), incident.fixUrl(), null);
  }

  private static Optional<Waiting> work(Book book, MilestoneDocument milestone) {
    boolean asked = book.state.releasesRequested.contains(milestone.key());
    if (milestone.foreign() || asked) {
      return Optional.empty();
    }
    boolean byDelivery = Delivery.releaseRule(book, milestone) == ReleaseRule.ON_DELIVERY;
    return switch (milestone.state()) {
      case FUNDED ->
          Optional.of(wait(byDelivery ? WaitKind.DELIVERY : WaitKind.COMMAND, milestone));
      case DELIVERED ->
          byDelivery ? Optional.empty() : Optional.of(wait(WaitKind.COMMAND, milestone));
      case PLANNED ->
          book.hasContract() && Turn.awaitsCommand(book, milestone.key())
              ? Optional.of(wait(WaitKind.COMMAND, milestone))
              : Optional.empty();
      case CREATED, AWAITING_FUNDING, AWAITING_RELEASE, PAID, CANCELLED, DROPPED ->
          Optional.empty();
    };
  }

  private static Waiting wait(WaitKind kind, MilestoneDocument milestone) {
    return new Waiting(kind, null, milestone.key(), null, null, null);
  }
}
