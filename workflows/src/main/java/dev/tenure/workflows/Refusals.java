package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.Policies;
import dev.tenure.model.RefusalPolicy;
import org.jspecify.annotations.Nullable;

/** What follows an approval that was not confirmed: policy, or a person. Never a yes. */
final class Refusals {
  private final Book book;
  private final GivingUp givingUp;
  private final Holding holding;

  Refusals(Book book, GivingUp givingUp, Holding holding) {
    this.book = book;
    this.givingUp = givingUp;
    this.holding = holding;
  }

  /** Returns when it shall be asked again; unwinds the step when it shall not. */
  void decide(CoSignRequest request, ApprovalDocument refused, String shown) {
    Policies policies = book.plan.policies();
    switch (refused.status()) {
      case DECLINED ->
          apply(request, refused, policies.onDeclined(), IncidentCause.APPROVAL_DECLINED);
      case EXPIRED -> apply(request, refused, policies.onExpired(), IncidentCause.APPROVAL_EXPIRED);
      case SUPERSEDED ->
          hold(
              request,
              refused,
              IncidentCause.APPROVAL_SUPERSEDED,
              "was replaced by somebody else's request");
      case PENDING, CONFIRMED, LOST_SIGHT ->
          hold(
              request,
              refused,
              IncidentCause.APPROVAL_STATUS_UNKNOWN,
              "reads as '" + shown + "', which is not known here");
    }
  }

  private void apply(
      CoSignRequest request, ApprovalDocument refused, RefusalPolicy policy, IncidentCause cause) {
    ApprovalStatus status = refused.status();
    long times =
        book.approvals(request.kind(), request.milestone())
            .filter(approval -> approval.status() == status)
            .count();
    if (times <= policy.reRequest()) {
      return;
    }
    switch (policy.then()) {
      case HOLD -> hold(request, refused, cause, Words.of(status));
      case CLOSE -> {
        givingUp.giveUp(
            status == ApprovalStatus.DECLINED ? HireStatus.DECLINED : HireStatus.EXPIRED,
            request.milestone());
        throw new StepAbandoned();
      }
    }
  }

  /** The marketplace answered a new ask with an approval that is final already. */
  void answeredWithOldApproval(CoSignRequest request, String approvalId) {
    holding.hold(
        "finished approval for " + request.words(),
        IncidentCause.UNEXPECTED,
        "The marketplace answered the request for %s with the finished approval %s."
            .formatted(request.words(), approvalId),
        request.milestone());
  }

  private String remedies(IncidentCause cause, @Nullable String milestone) {
    String adopt =
        cause == IncidentCause.APPROVAL_SUPERSEDED ? " adopt takes an approval that you name;" : "";
    String skip = Answers.skippable(book, cause, milestone) ? " skip drops the milestone;" : "";
    return "Retry asks again;" + adopt + skip + " abort gives the hire up.";
  }

  private void hold(
      CoSignRequest request, ApprovalDocument refused, IncidentCause cause, String what) {
    String words =
        "%s %s. %s"
            .formatted(
                Words.capital("the co-sign of " + request.words()),
                what,
                remedies(cause, request.milestone()));
    holding.hold(
        "refusal of " + refused.id(),
        new Obstacle(cause, words, refused.url()),
        request.milestone());
  }
}
