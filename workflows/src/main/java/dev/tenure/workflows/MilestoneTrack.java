package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;
import dev.tenure.workflows.marketplace.CreateAnswer;
import dev.tenure.workflows.marketplace.CreateMilestone;
import io.temporal.workflow.Workflow;

/** One milestone from plan to payment; may be entered at any point of its state. */
final class MilestoneTrack {
  private final HireParts hire;
  private final MilestonePlan plan;
  private final MilestoneCoSign coSign;
  private final Delivery delivery;
  private final Budget budget;

  MilestoneTrack(HireParts hire, MilestonePlan plan) {
    this.hire = hire;
    this.plan = plan;
    this.coSign = new MilestoneCoSign(hire, plan.key());
    this.delivery = new Delivery(hire, plan.key());
    this.budget = new Budget(hire.book(), hire.incidents());
  }

  void run() {
    while (!hire.course().halted() && !state().settled()) {
      unlessOvertaken(this::step);
    }
    if (state() == MilestoneState.CANCELLED && !hire.course().halted()) {
      unlessOvertaken(this::gone);
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
    switch (state()) {
      case PLANNED -> create();
      case CREATED, AWAITING_FUNDING -> {
        budget.check(plan.key());
        coSign.fund();
      }
      case FUNDED -> delivery.await();
      case DELIVERED, AWAITING_RELEASE -> {
        delivery.awaitLeaveToRelease();
        coSign.release();
      }
      case PAID, CANCELLED, DROPPED -> throw new IllegalStateException("nothing left to do");
    }
  }

  private void create() {
    awaitTurn();
    hire.course().awaitLeaveToAsk();
    budget.check(plan.key());
    Book book = hire.book();
    CreateMilestone create =
        new CreateMilestone(book.contractId(), plan, Tags.of(book.input.hireId(), plan.key()));
    String summary = "create milestone %s, %s".formatted(plan.key(), plan.amount());
    switch (hire.calls().call(summary, plan.key(), m -> m.createMilestone(create))) {
      case CreateAnswer.Created created ->
          new MilestoneAdoption(book, plan.key()).adopt(created.milestone());
      case CreateAnswer.ContractEnded ended -> hire.contract().read();
    }
  }

  private void awaitTurn() {
    String after = plan.fund().after();
    switch (plan.fund().when()) {
      case AT_START -> hire.course().checkNotHalted();
      case AFTER_PAID ->
          hire.course()
              .await(() -> after == null || hire.book().milestone(after).state().settled());
      case ON_REQUEST ->
          throw new IllegalStateException("the front accepts no milestone on request yet");
    }
  }

  private void gone() {
    hire.incidents()
        .hold(
            IncidentCause.MILESTONE_GONE,
            "Milestone %s was cancelled or refunded in the app. Retry goes on without it."
                .formatted(plan.key()),
            plan.key());
  }

  private MilestoneState state() {
    return hire.book().milestone(plan.key()).state();
  }
}
