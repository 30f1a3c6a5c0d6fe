package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.lifecycle.marketplace.Tags;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.CreateMilestone;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import io.temporal.failure.ActivityFailure;

/**
 * Creates a milestone at most once, however many calls that takes. As soon as one of them may have
 * got through unseen, every later one only looks for the milestone, until a person says to create
 * it again.
 */
final class MilestoneCreation {
  private final Book book;
  private final String key;

  MilestoneCreation(Book book, String key) {
    this.book = book;
    this.key = key;
  }

  /** One call; also the end of one that was stopped is heeded. */
  CreateAnswer create(MarketplaceActivities marketplace) {
    try {
      CreateAnswer answer = marketplace.createMilestone(order());
      book.state.maybeCreated.remove(key);
      return answer;
    } catch (ActivityFailure failure) {
      if (Obstacles.of(failure).cause() == IncidentCause.MILESTONE_IN_DOUBT) {
        book.state.maybeCreated.add(key);
      }
      throw failure;
    }
  }

  private CreateMilestone order() {
    return new CreateMilestone(
        book.contractId(),
        book.plan.milestone(key),
        Tags.of(book.input.hireId(), key),
        book.state.maybeCreated.contains(key));
  }
}
