package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.ApprovalReading;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.ApprovalRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes up an approval that an operator named, if it can be read and is for the same subject. */
final class ApprovalNomination {
  private final Book book;
  private final PatientCall calls;
  private final Holding holding;
  private final Approvals approvals;
  private final Nominations nominations;

  ApprovalNomination(Book book, PatientCall calls, Holding holding, Approvals approvals) {
    this.book = book;
    this.calls = calls;
    this.holding = holding;
    this.approvals = approvals;
    this.nominations = new Nominations(book.state);
  }

  /** From then on it is watched as if we had asked for it; else an incident says why not. */
  void takeUp(CoSignRequest request) {
    for (Optional<String> named = nominations.ofApproval(request.milestone());
        named.isPresent();
        named = nominations.ofApproval(request.milestone())) {
      Optional<String> objection = objection(request, named.get());
      nominations.approvalDone(request.milestone());
      if (objection.isPresent()) {
        hold(request, objection.get());
      }
    }
  }

  private Optional<String> objection(CoSignRequest request, String id) {
    ApprovalReading reading =
        calls.call(
            "read approval named by an operator: " + request.words(),
            request.milestone(),
            m -> m.readApproval(new ApprovalRef(id)));
    return switch (reading) {
      case ApprovalReading.LostSight lost -> Optional.of("Approval " + id + " cannot be seen");
      case ApprovalReading.Seen seen when !concerns(request, seen.approval()) ->
          Optional.of("Approval " + id + " is for something else");
      case ApprovalReading.Seen seen when !approvals.remember(request, seen.approval()) ->
          Optional.of("Approval " + id + " is known here and has ended");
      case ApprovalReading.Seen seen -> Optional.empty();
    };
  }

  private boolean concerns(CoSignRequest request, ApprovalSnapshot shown) {
    return shown.type().equals(request.kind().wire())
        && switch (request.kind()) {
          case PROPOSAL_HIRE -> sameOrUntold(shown.proposalId(), book.plan.proposalId());
          case MILESTONE_FUND, MILESTONE_APPROVE ->
              shown.milestoneId() != null
                  && request.milestone() != null
                  && shown.milestoneId().equals(book.milestone(request.milestone()).milestoneId());
          case CONTRACT_END -> sameOrUntold(shown.contractId(), book.contractId());
        };
  }

  /** Samples leave ids out here and there; another one than ours is never accepted. */
  private static boolean sameOrUntold(@Nullable String shown, String ours) {
    return shown == null || shown.equals(ours);
  }

  private void hold(CoSignRequest request, String objection) {
    holding.hold(
        "nomination for " + request.words(),
        IncidentCause.APPROVAL_LOST,
        objection
            + ", so it was not adopted for %s. Retry asks for a new one; adopt names another."
                .formatted(request.words()),
        request.milestone());
  }
}
