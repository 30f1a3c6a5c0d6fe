package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import dev.tenure.model.EditedTerms;
import dev.tenure.model.Fees;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.model.Resolution;
import dev.tenure.workflows.marketplace.ApprovalSnapshot;
import dev.tenure.workflows.marketplace.HireAsk;

/** From the request to the contract. */
final class Hiring {
  private final Book book;
  private final CoSign coSign;
  private final Contract contract;
  private final Incidents incidents;

  Hiring(HireParts hire) {
    this.book = hire.book();
    this.coSign = hire.coSign();
    this.contract = hire.contract();
    this.incidents = hire.incidents();
  }

  void run() {
    switch (coSign.obtain(request())) {
      case Outcome.Confirmed confirmed -> confirmed(confirmed.approval());
      case Outcome.Fact fact -> adoptOrHold("The marketplace calls the proposal accepted already");
      case Outcome.LostSight lost -> adoptOrHold("The hire's approval cannot be seen any more");
      case Outcome.Done done -> adoptOrHold("The marketplace hired without a co-sign");
    }
  }

  private CoSignRequest request() {
    MilestonePlan first = book.plan.first();
    HireAsk ask = new HireAsk(book.plan.proposalId(), first, book.plan.confirmNotFitOverride());
    return new CoSignRequest(
        ApprovalKind.PROPOSAL_HIRE,
        first.key(),
        first.amount(),
        Fees.ofHire(first.amount()),
        "the hire with milestone " + first.key(),
        marketplace -> marketplace.requestHire(ask));
  }

  private void confirmed(ApprovalSnapshot approval) {
    String contractId = approval.contractId();
    if (contractId == null) {
      adoptOrHold("The confirmed hire names no contract");
      return;
    }
    contract.open(contractId);
    String first = book.plan.first().key();
    contract.readUntil(() -> book.milestone(first).milestoneId() != null, "its milestone", first);
  }

  private void adoptOrHold(String why) {
    if (!contract.find()) {
      incidents.hold(
          IncidentCause.APPROVAL_LOST,
          why + ", and no contract of the proposal is to be found. Retry looks and asks again.",
          book.plan.first().key());
    }
  }

  /** People may have confirmed other terms; theirs win, unless the policy wants a person first. */
  void checkTerms() {
    MilestonePlan asked = book.plan.first();
    Money got = book.milestone(asked.key()).amount();
    if (book.plan.policies().onEditedTerms() == EditedTerms.HOLD
        && !got.equals(asked.amount())
        && !accepted()) {
      incidents.hold(
          IncidentCause.TERMS_EDITED,
          "%s was asked for, %s was confirmed. Retry accepts it and goes on."
              .formatted(asked.amount(), got),
          asked.key());
    }
  }

  private boolean accepted() {
    return book.state.incidents.values().stream()
        .anyMatch(
            incident ->
                incident.cause() == IncidentCause.TERMS_EDITED
                    && incident.resolution() == Resolution.RETRY);
  }
}
