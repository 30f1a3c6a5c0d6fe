package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import dev.tenure.model.Fees;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.marketplace.HireAsk;
import dev.tenure.workflows.marketplace.Obstacle;
import org.jspecify.annotations.Nullable;

/** From the request to the contract and its confirmed terms. */
final class Hiring {
  private final Book book;
  private final Course course;
  private final CoSign coSign;
  private final Contract contract;
  private final GivingUp givingUp;
  private final Holding holding;

  Hiring(HireParts hire) {
    this.book = hire.book();
    this.course = hire.course();
    this.coSign = hire.coSign();
    this.contract = hire.contract();
    this.givingUp = hire.givingUp();
    this.holding = hire.holding();
  }

  void run() {
    if (course.givenUp() && !givingUp.hiringUndecided()) {
      book.state.closing = book.state.givenUpAs;
    } else {
      coSign.obtain(request(), this::act);
    }
  }

  /**
   * The hire was given up while its request had no answer. What nobody can list may stand over
   * there: a contract is adopted and unwound; of an approval people are told what to do.
   */
  void lookBack() {
    if (!book.state.hireUnanswered || !book.state.lookBack) {
      return;
    }
    book.state.hireUnanswered = false;
    HireStatus closing = book.state.closing;
    book.state.closing = null;
    if (contract.lookFor()) {
      book.state.endRequested = true;
    } else {
      book.state.closing = closing;
      book.note(
          "hire.request_unanswered",
          "The hire was given up before its request was answered. No contract can be seen, but the"
              + " request may have arrived: should an approval for proposal %s turn up, decline it."
                  .formatted(book.plan.proposalId()));
    }
  }

  private void act(Outcome outcome) {
    switch (outcome) {
      case Outcome.Confirmed confirmed -> confirmed(confirmed.contractId());
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
        marketplace -> marketplace.requestHire(ask),
        first,
        () -> {});
  }

  private void confirmed(@Nullable String contractId) {
    if (contractId == null) {
      adoptOrHold("The confirmed hire names no contract");
    } else {
      contract.open(contractId);
    }
  }

  private void adoptOrHold(String why) {
    if (!contract.find()) {
      holding.hold(
          "contract of the proposal",
          new Obstacle(
              IncidentCause.APPROVAL_LOST,
              why
                  + ", and no contract of the proposal is to be found. Retry looks and asks again;"
                  + " adopt takes an approval that you name.",
              book.pageOf(request())),
          first());
    }
  }

  private String first() {
    return book.plan.first().key();
  }
}
