package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What people do in the app while a step waits or is held: it makes the step pointless. Runs of an
 * earlier age went on waiting; so the age of a run is asked for, but only where a hire leaves the
 * plain way, so that a plain one does not pay for it.
 */
final class AppChanges {
  private static final String SETTLED = "people settled it in the app";

  private final Book book;
  private final Incidents incidents;
  private final Since ends = new Since("changes in the app end waits");
  private final Since looks = new Since("look before a refusal at the contract counts");
  private boolean heeded;

  AppChanges(Book book, Incidents incidents) {
    this.book = book;
    this.incidents = incidents;
  }

  /** Asks for the age of the run; call it before a wait that changes in the app may cut short. */
  boolean heed() {
    heeded = ends.holds();
    return heeded;
  }

  boolean heeded() {
    return heeded;
  }

  /** Whether this run looks at the contract before it acts on a no to something on it. */
  boolean lookBeforeRefusal() {
    return looks.holds();
  }

  /** Whether people have carried the milestone past what is asked for, as far as that is heeded. */
  boolean past(ApprovalKind kind, @Nullable String milestone) {
    return heeded() && carriedPast(kind, milestone);
  }

  /** The same, whatever the age of the run. */
  boolean carriedPast(ApprovalKind kind, @Nullable String milestone) {
    return milestone != null
        && switch (kind) {
          case MILESTONE_FUND -> stretch(milestone) != Stretch.UNFUNDED;
          case MILESTONE_APPROVE -> stretch(milestone) != Stretch.IN_ESCROW;
          case PROPOSAL_HIRE, CONTRACT_END -> false;
        };
  }

  /** Becomes true when people have settled in the app what an incident holds. */
  BooleanSupplier settling(IncidentDocument incident) {
    String milestone = incident.milestone();
    if (milestone == null || !heed()) {
      return () -> false;
    }
    if (incident.cause() == IncidentCause.MILESTONE_IN_DOUBT) {
      return () -> book.milestone(milestone).milestoneId() != null;
    }
    Stretch before = stretch(milestone);
    return () -> stretch(milestone) != before;
  }

  /** Closes what was open for a milestone that people have carried on. */
  void settle(String milestone) {
    incidents.closeOf(milestone, SETTLED);
  }

  /** The same, also of what they were asked for: nothing can or need be carried out any more. */
  void settle(CoSignRequest request, String milestone) {
    settle(milestone);
    book.approvals(request.kind(), milestone)
        .forEach(approval -> book.state.unsettled.remove(approval.id()));
    book.approvals(request.kind(), milestone)
        .filter(ApprovalDocument::pending)
        .toList()
        .forEach(approval -> new Approvals(book).overtaken(request, approval));
  }

  private Stretch stretch(String milestone) {
    return Stretch.of(book.milestone(milestone).state());
  }
}
