package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** When a person may be asked for something new, and when a request has lost its point. */
final class Clearance {
  private final Book book;
  private final Course course;
  private final AppChanges changes;
  private boolean endStopsAsks;

  Clearance(Book book, Course course, AppChanges changes) {
    this.book = book;
    this.course = course;
    this.changes = changes;
  }

  /**
   * Waits until nothing speaks against asking a person for something new. A pause does; but the end
   * of the contract is never held back by it.
   */
  void awaitToAsk(ApprovalKind kind, @Nullable String milestone) {
    if (kind != ApprovalKind.CONTRACT_END && course.paused()) {
      changes.heed();
      course.await(
          () ->
              !course.paused()
                  || course.ending()
                  || course.givenUp()
                  || course.dropped(milestone)
                  || changes.past(kind, milestone));
    }
    awaitToGoOn(kind, milestone);
    if (milestone != null && changes.past(kind, milestone)) {
      changes.settle(milestone);
      throw new StepAbandoned();
    }
  }

  /** Waits until the end of an approval may be acted on. */
  void awaitToGoOn(ApprovalKind kind, @Nullable String milestone) {
    if (kind == ApprovalKind.PROPOSAL_HIRE && course.givenUp()) {
      throw new StepAbandoned();
    }
    if (kind != ApprovalKind.CONTRACT_END) {
      course.await(() -> !course.ending() || course.dropped(milestone));
    }
    course.checkWanted(milestone);
  }

  /** Whether a request that is not answered yet has lost its point. */
  boolean overtaken(CoSignRequest request) {
    return switch (request.kind()) {
      case PROPOSAL_HIRE -> course.paused() || course.givenUp() || !current(request);
      case MILESTONE_FUND, MILESTONE_APPROVE ->
          course.paused()
              || course.dropped(request.milestone())
              || past(request)
              || (endStopsAsks && course.ending());
      case CONTRACT_END -> false;
    };
  }

  /** Whether people have done in the app what is asked for, or made it pointless. */
  boolean past(CoSignRequest request) {
    return changes.past(request.kind(), request.milestone());
  }

  /** Whether the request asks for the terms that hold now. */
  private boolean current(CoSignRequest request) {
    return request.terms() == null || request.terms().equals(book.plan.first());
  }

  /** Call when an obstacle is met: runs of an earlier age went on asking while the end came. */
  void meetObstacle() {
    changes.heed();
    endStopsAsks =
        Workflow.getVersion("end and pause leave obstacles open", Workflow.DEFAULT_VERSION, 1)
            != Workflow.DEFAULT_VERSION;
  }

  /** Whether a call is given up for now although its obstacle stands. */
  boolean leavesObstacleOpen() {
    return endStopsAsks && (course.paused() || course.ending());
  }
}
