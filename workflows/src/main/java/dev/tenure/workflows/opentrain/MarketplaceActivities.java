package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.workflows.hire.MarketplaceCall;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What the process may ask of the marketplace. Each method is one call with its probe and its
 * verification; the account is that of the task queue.
 *
 * <p>Failures: what a person must mend is an {@code ApplicationFailure} whose type is the wire name
 * of an {@code IncidentCause} and whose details are one {@link Obstacle}, of category BENIGN; it is
 * retryable only where the call is {@linkplain MarketplaceCall#heldBy held by} that very cause.
 * What time may heal is one of type {@link Obstacle#UNAVAILABLE}. A write that may have been
 * carried out without an answer is one of type {@link #UNANSWERED}: it is never retried by
 * Temporal, nor is one whose worker died in the middle of an attempt.
 */
@ActivityInterface
public interface MarketplaceActivities {

  /** The one write that cannot simply be repeated. */
  String CREATE_MILESTONE = "create-milestone";

  /** Failure type of a write that may have been carried out; nobody knows. */
  String UNANSWERED = "marketplace_unanswered";

  /** Asks for the hire. Repeating with the same terms finds the same pending approval. */
  @ActivityMethod(name = "request-hire")
  AskAnswer requestHire(HireAsk ask);

  @ActivityMethod(name = "request-funding")
  AskAnswer requestFunding(MilestoneAsk ask);

  @ActivityMethod(name = "request-release")
  AskAnswer requestRelease(MilestoneAsk ask);

  /** Ends the contract: at once without money in escrow, else by an approval. */
  @ActivityMethod(name = "request-end")
  EndAnswer requestEnd(ContractRef contract);

  /**
   * Creates a milestone at most once: an attempt that may be a second one of the same call only
   * looks for its tag, and fails with {@link #UNANSWERED} where it does not find it.
   */
  @ActivityMethod(name = CREATE_MILESTONE)
  CreateAnswer createMilestone(CreateMilestone create);

  /** Reads an approval, and the contract as well once the approval is final. */
  @ActivityMethod(name = "read-approval")
  ApprovalAnswer readApproval(ApprovalRef approval);

  /** Reads the approvals that events have named and no hire knows. */
  @ActivityMethod(name = "find-approval")
  ApprovalsFound findApproval(ApprovalSearch search);

  @ActivityMethod(name = "read-contract")
  ContractReading readContract(ContractRef contract);

  /** Finds the contract that was made of a proposal, newest first. */
  @ActivityMethod(name = "find-contract")
  ContractReading findContract(ProposalRef proposal);
}
