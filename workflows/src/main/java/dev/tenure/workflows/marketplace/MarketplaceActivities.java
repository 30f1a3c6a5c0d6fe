package dev.tenure.workflows.marketplace;

import dev.tenure.lifecycle.marketplace.ApprovalReading;
import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.ContractReading;
import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.lifecycle.marketplace.Obstacle;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;
import java.util.List;

/**
 * What the process may ask of the marketplace. Each method is one call with its probe and its
 * verification; the account is that of the task queue.
 *
 * <p>Failures: what a person must mend is an {@code ApplicationFailure} whose type is the wire name
 * of an {@code IncidentCause} and whose details are one {@link Obstacle}, of category BENIGN. Every
 * other failure is one that time may heal ({@link Obstacle#UNAVAILABLE}). Nothing is marked
 * non-retryable except {@code milestone_in_doubt}: the caller's retry options decide.
 */
@ActivityInterface
public interface MarketplaceActivities {

  /** The one write that cannot simply be repeated. */
  String CREATE_MILESTONE = "create-milestone";

  /**
   * First retry interval of a call that is held by an incident; from it on a call counts as slow.
   * Of the slow calls that the same obstacle holds, only one at a time need reach the marketplace.
   */
  Duration SLOW_FROM = Duration.ofSeconds(30);

  /**
   * What the service calls an attempt whose worker was not heard of any more, in the list of what
   * is not retried.
   */
  List<String> DEAD_ATTEMPT = List.of("TemporalTimeout:Heartbeat", "TemporalTimeout:StartToClose");

  /** Asks for the hire. Repeating with the same terms finds the same pending approval. */
  @ActivityMethod(name = "request-hire")
  AskAnswer requestHire(HireAsk ask);

  @ActivityMethod(name = "request-funding")
  AskAnswer requestFunding(MilestoneAsk ask);

  @ActivityMethod(name = "request-release")
  AskAnswer requestRelease(MilestoneAsk ask);

  /** Ends the contract: at once without money in escrow, else by an approval. */
  @ActivityMethod(name = "request-end")
  AskAnswer requestEnd(ContractRef contract);

  /**
   * Creates a milestone exactly once: looks for its tag before and after. Still in doubt, it fails
   * with {@code milestone_in_doubt} and is never tried a second time by itself. What {@link
   * CreateMilestone#maybeSent()} says is only looked for.
   */
  @ActivityMethod(name = CREATE_MILESTONE)
  CreateAnswer createMilestone(CreateMilestone create);

  @ActivityMethod(name = "read-approval")
  ApprovalReading readApproval(ApprovalRef approval);

  @ActivityMethod(name = "read-contract")
  ContractReading readContract(ContractRef contract);

  /** Finds the contract that was made of a proposal, newest first. */
  @ActivityMethod(name = "find-contract")
  ContractReading findContract(ProposalRef proposal);
}
