package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.lifecycle.marketplace.MilestoneSnapshot;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.EditedTerms;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.Money;
import io.temporal.workflow.Workflow;
import java.util.Map;

/** One milestone from plan to payment; may be entered at any point of its state. */
final class MilestoneTrack {
  private final HireParts hire;
  private final Book book;
  private final String key;
  private final MilestoneCoSign coSign;
  private final Delivery delivery;
  private final Budget budget;

  MilestoneTrack(HireParts hire, String key) {
    this.hire = hire;
    this.book = hire.book();
    this.key = key;
    this.coSign = new MilestoneCoSign(hire, key);
    this.delivery = new Delivery(hire, key);
    this.budget = new Budget(hire);
  }

  void run() {
    while (!hire.course().halted() && !finished(key)) {
      unlessOvertaken(this::step);
    }
  }

  private void unlessOvertaken(Runnable step) {
    try {
      step.run();
    } catch (StepAbandoned overtaken) {
      Workflow.getLogger(MilestoneTrack.class).debug("{}: {}", key, overtaken.getMessage());
    }
  }

  private void step() {
    hire.holding().honourAborts();
    switch (state()) {
      case PLANNED -> appear();
      case CREATED -> {
        checkPrice();
        awaitLeaveToSpend();
        coSign.fund();
      }
      case AWAITING_FUNDING -> coSign.fund();
      case FUNDED -> delivery.await();
      case DELIVERED -> {
        delivery.awaitLeaveToRelease();
        coSign.release();
      }
      case AWAITING_RELEASE -> coSign.release();
      case CANCELLED -> gone();
      case PAID, DROPPED -> throw new IllegalStateException("nothing left to do");
    }
  }

  /** The first milestone is made by the hire itself; it is awaited, never created. */
  private void appear() {
    if (key.equals(book.plan.first().key())) {
      hire.contract().readUntil(() -> state() != MilestoneState.PLANNED, "its milestone", key);
    } else {
      create();
    }
  }

  private void create() {
    new MilestoneNomination(hire, key).takeUp();
    if (state() != MilestoneState.PLANNED) {
      return;
    }
    hire.course().await(() -> book.dropped(key) || Turn.come(book, key));
    awaitLeaveToSpend();
    MilestonePlan plan = book.plan.milestone(key);
    String summary = "create milestone %s, %s".formatted(key, plan.amount());
    switch (hire.calls().call(summary, key, new MilestoneCreation(book, key)::create)) {
      case CreateAnswer.Created created -> appeared(created.milestone());
      case CreateAnswer.ContractEnded ended ->
          hire.contract().readUntil(() -> book.state.contractEnded, "the end that it reports", key);
    }
  }

  /** A pause or the end may begin while the budget holds the step. */
  private void awaitLeaveToSpend() {
    hire.clearance().awaitToAsk(ApprovalKind.MILESTONE_FUND, key);
    budget.check(key);
    hire.clearance().awaitToAsk(ApprovalKind.MILESTONE_FUND, key);
  }

  /** By volume the marketplace names the price, and some want to see it before it is funded. */
  private void checkPrice() {
    MilestonePlan plan = book.plan.milestone(key);
    Money priced = book.milestone(key).amount();
    if (plan.volume() != null
        && !priced.equals(plan.amount())
        && book.plan.policies().onEditedTerms() == EditedTerms.HOLD
        && !book.accepted(IncidentCause.TERMS_EDITED, key)) {
      hire.clearance().awaitToAsk(ApprovalKind.MILESTONE_FUND, key);
      hire.holding()
          .hold(
              "price of " + key,
              IncidentCause.TERMS_EDITED,
              ("The marketplace prices milestone %s at %s, %s was reckoned with. Retry accepts it"
                      + " and goes on; skip drops the milestone.")
                  .formatted(key, priced, plan.amount()),
              key);
    }
  }

  private void appeared(MilestoneSnapshot made) {
    new MilestoneAdoption(book, key).adopt(made);
    if (book.dropped(key)) {
      book.note(
          "milestone.left_unfunded",
          "Milestone %s was being created when it was dropped; it stays unfunded over there."
              .formatted(book.milestone(key).title()),
          key,
          null,
          Map.of("milestoneId", made.id()));
    }
  }

  private void gone() {
    hire.course().awaitNotEnding();
    hire.holding()
        .hold(
            "cancelled " + key,
            IncidentCause.MILESTONE_GONE,
            "Milestone %s was cancelled or refunded in the app. Skip goes on without it; abort ends the contract."
                .formatted(key),
            key);
  }

  private boolean finished(String key) {
    return Settlement.finished(book, key);
  }

  private MilestoneState state() {
    return book.milestone(key).state();
  }
}
