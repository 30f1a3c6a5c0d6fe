package dev.tenure.workflows.marketplace;

import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.ContractReading;
import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.lifecycle.marketplace.Obstacle;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the process may ask of the marketplace. Each method is one call with its probe and its
 * verification; the account is that of the task queue. The pace is that of the call's retries, and
 * absent in histories that began without it, which means fast.
 *
 * <p>Failures: what a person must mend is an {@code ApplicationFailure} whose type is the wire name
 * of an {@code IncidentCause} and whose details are one {@link Obstacle}, of category BENIGN. What
 * time may heal is one of type {@link Obstacle#UNAVAILABLE}. A write that may have been carried out
 * without an answer is one of type {@link #UNANSWERED}: it is never retried by Temporal, nor is one
 * whose worker died in the middle of an attempt.
 */
@ActivityInterface
public interface MarketplaceActivities {

  /** The one write that cannot simply be repeated. */
  String CREATE_MILESTONE = "create-milestone";

  /** Failure type of a write that may have been carried out; nobody knows. */
  String UNANSWERED = "marketplace_unanswered";

  /** First retry interval of a slow call. */
  Duration SLOW_FROM = Duration.ofSeconds(30);

  /** Asks for the hire. Repeating with the same terms finds the same pending approval. */
  @ActivityMethod(name = "request-hire")
  AskAnswer requestHire(HireAsk ask, @Nullable Pace pace);

  @ActivityMethod(name = "request-funding")
  AskAnswer requestFunding(MilestoneAsk ask, @Nullable Pace pace);

  @ActivityMethod(name = "request-release")
  AskAnswer requestRelease(MilestoneAsk ask, @Nullable Pace pace);

  /** Ends the contract: at once without money in escrow, else by an approval. */
  @ActivityMethod(name = "request-end")
  EndAnswer requestEnd(ContractRef contract, @Nullable Pace pace);

  /**
   * Creates a milestone at most once: an attempt that may be a second one of the same call only
   * looks for its tag, and fails with {@link #UNANSWERED} where it does not find it.
   */
  @ActivityMethod(name = CREATE_MILESTONE)
  CreateAnswer createMilestone(CreateMilestone create, @Nullable Pace pace);

  /** Reads an approval, and the contract as well once the approval is final. */
  @ActivityMethod(name = "read-approval")
  ApprovalAnswer readApproval(ApprovalRef approval, @Nullable Pace pace);

  /** Reads the approvals that events have named and no hire knows. */
  @ActivityMethod(name = "find-approval")
  ApprovalsFound findApproval(ApprovalSearch search, @Nullable Pace pace);

  @ActivityMethod(name = "read-contract")
  ContractReading readContract(ContractRef contract, @Nullable Pace pace);

  /** Finds the contract that was made of a proposal, newest first. */
  @ActivityMethod(name = "find-contract")
  ContractReading findContract(ProposalRef proposal, @Nullable Pace pace);
}
