package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.Fees;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.marketplace.HireAsk;
import org.jspecify.annotations.Nullable;

/** From the request to the contract and its confirmed terms. */
final class Hiring {
  private final Book book;
  private final Course course;
  private final CoSign coSign;
  private final Contract contract;
  private final GivingUp givingUp;
  private final Holding holding;
  private final Since lookBeforeRefusal = new Since("look before a refusal counts");

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
   * Before the hire closes without a contract: one may stand over there all the same, hired in the
   * app or by a request that had no answer. It is adopted, and unwound where the hire was given up.
   */
  void lookBack() {
    boolean unanswered = book.state.hireUnanswered && book.state.lookBack;
    if (!unanswered && !book.state.lookFirst) {
      return;
    }
    book.state.hireUnanswered = false;
    HireStatus closing = book.state.closing;
    book.state.closing = null;
    if (contract.lookFor()) {
      adopted(closing);
      return;
    }
    book.state.closing = closing;
    if (unanswered) {
      book.note(
          "hire.request_unanswered",
          "The hire was given up before its request was answered. No contract can be seen, but the"
              + " request may have arrived: should an approval for proposal %s turn up, decline it."
                  .formatted(book.plan.proposalId()));
    }
  }

  /** What people gave up is unwound; what only nobody decided on in time goes on. */
  private void adopted(@Nullable HireStatus closing) {
    book.state.endRequested |=
        closing == HireStatus.CANCELLED || book.state.closing == HireStatus.CANCELLED;
    book.state.closing = null;
  }

  /** An approval that ends without a yes may have ended because people hired in the app. */
  private boolean hiredInTheApp() {
    boolean found = lookBeforeRefusal.holds() && contract.lookFor();
    if (found) {
      adopted(book.state.closing);
    }
    return found;
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
        () -> {},
        this::hiredInTheApp);
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
