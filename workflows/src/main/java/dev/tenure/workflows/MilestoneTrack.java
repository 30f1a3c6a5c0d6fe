package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;
import dev.tenure.workflows.marketplace.CreateAnswer;
import dev.tenure.workflows.marketplace.CreateMilestone;
import io.temporal.workflow.Workflow;

/** One milestone from plan to payment; may be entered at any point of its state. */
final class MilestoneTrack {
  private final HireParts hire;
  private final Book book;
  private final MilestonePlan plan;
  private final MilestoneCoSign coSign;
  private final Delivery delivery;
  private final Budget budget;

  MilestoneTrack(HireParts hire, MilestonePlan plan) {
    this.hire = hire;
    this.book = hire.book();
    this.plan = plan;
    this.coSign = new MilestoneCoSign(hire, plan.key());
    this.delivery = new Delivery(hire, plan.key());
    this.budget = new Budget(hire);
  }

  void run() {
    while (!hire.course().halted() && !finished(plan.key())) {
      unlessOvertaken(this::step);
    }
  }

  private void unlessOvertaken(Runnable step) {
    try {
      step.run();
    } catch (StepAbandoned overtaken) {
      Workflow.getLogger(MilestoneTrack.class).debug("{}: {}", plan.key(), overtaken.getMessage());
    }
  }

  private void step() {
    hire.incidents().honourAborts();
    switch (state()) {
      case PLANNED -> appear();
      case CREATED -> {
        hire.course().awaitLeaveToAsk(ApprovalKind.MILESTONE_FUND);
        budget.check(plan.key());
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
    if (plan.key().equals(book.plan.first().key())) {
      hire.contract()
          .readUntil(() -> state() != MilestoneState.PLANNED, "its milestone", plan.key());
    } else {
      create();
    }
  }

  private void create() {
    awaitTurn();
    hire.course().awaitLeaveToAsk(ApprovalKind.MILESTONE_FUND);
    budget.check(plan.key());
    CreateMilestone create =
        new CreateMilestone(book.contractId(), plan, Tags.of(book.input.hireId(), plan.key()));
    String summary = "create milestone %s, %s".formatted(plan.key(), plan.amount());
    switch (hire.calls().call(summary, plan.key(), m -> m.createMilestone(create))) {
      case CreateAnswer.Created created ->
          new MilestoneAdoption(book, plan.key()).adopt(created.milestone());
      case CreateAnswer.ContractEnded ended ->
          hire.contract()
              .readUntil(() -> book.state.contractEnded, "the end that it reports", plan.key());
    }
  }

  private void awaitTurn() {
    String after = plan.fund().after();
    switch (plan.fund().when()) {
      case AT_START -> hire.course().checkNotHalted();
      case AFTER_PAID -> hire.course().await(() -> after == null || finished(after));
      case ON_REQUEST ->
          throw new IllegalStateException("the front accepts no milestone on request yet");
    }
  }

  private void gone() {
    hire.course().awaitNotEnding();
    hire.incidents()
        .hold(
            "cancelled " + plan.key(),
            IncidentCause.MILESTONE_GONE,
            "Milestone %s was cancelled or refunded in the app. Retry goes on without it."
                .formatted(plan.key()),
            plan.key());
  }

  private boolean finished(String key) {
    return Settlement.finished(book, key);
  }

  private MilestoneState state() {
    return book.milestone(plan.key()).state();
  }
}
