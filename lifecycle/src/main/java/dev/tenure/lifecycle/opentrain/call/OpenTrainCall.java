package dev.tenure.lifecycle.opentrain.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to OpenTrain.
 *
 * <p>How a call is carried out, whoever does it:
 *
 * <ul>
 *   <li>An attempt that was certainly not carried out (never sent, rate limit, an outage that
 *       answers, the obstacle that a slow call is held by) is repeated by the carrier itself: a
 *       fast call for about two minutes, from 200 ms to 15 s apart; a slow one without end, from 30
 *       s to 15 min apart. Reads are repeated after any failure.
 *   <li>A write whose attempt may have been carried out is never repeated by the carrier: it ends
 *       as {@link OpenTrainObservation.Unanswered}.
 *   <li>A call that is stopped is stopped between two attempts, or answers after all.
 * </ul>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OpenTrainCall.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = OpenTrainCall.CreateMilestone.class, name = "create_milestone"),
  @JsonSubTypes.Type(value = OpenTrainCall.ReadApproval.class, name = "read_approval"),
  @JsonSubTypes.Type(value = OpenTrainCall.FindApproval.class, name = "find_approval"),
  @JsonSubTypes.Type(value = OpenTrainCall.ReadContract.class, name = "read_contract"),
  @JsonSubTypes.Type(value = OpenTrainCall.ReadNamedContract.class, name = "read_named_contract")
})
public sealed interface OpenTrainCall extends RemoteCall<OpenTrainCall> {

  @Override
  default boolean stoppable() {
    return true;
  }

  /**
   * Asks people for something, by one of the four writes that need an approval. Repeating it with
   * the same terms finds the approval that is pending.
   *
   * @param ordinal counts the asks of the step from 1
   * @param target the proposal, milestone or contract on the marketplace
   * @param terms the first milestone, for the hire only
   * @param amount what is asked for, without fees; absent for the end
   */
  record Ask(
      Step step,
      int ordinal,
      String target,
      @Nullable MilestonePlan terms,
      boolean confirmNotFit,
      @Nullable Money amount,
      boolean slow)
      implements OpenTrainCall {
    @Override
    public String subject() {
      return step.toString();
    }

    @Override
    public Ask slowly() {
      return new Ask(step, ordinal, target, terms, confirmNotFit, amount, true);
    }

    @Override
    public boolean stoppable() {
      return slow;
    }
  }

  /**
   * Creates a milestone: one write without any idempotency, so an attempt is made once. An attempt
   * that may be the second one of the same call (a worker died, somebody reset the activity) writes
   * nothing and ends as {@link OpenTrainObservation.Unanswered}.
   *
   * @param ordinal counts the tries from 1, so that two tries are never taken for one
   * @param tag stands in the description and makes the milestone ours
   */
  record CreateMilestone(
      String milestone,
      int ordinal,
      String contractId,
      MilestonePlan plan,
      String tag,
      boolean slow)
      implements OpenTrainCall {
    @Override
    public String subject() {
      return step().toString();
    }

    @Override
    public Step step() {
      return Step.create(milestone);
    }

    @Override
    public CreateMilestone slowly() {
      return new CreateMilestone(milestone, ordinal, contractId, plan, tag, true);
    }

    @Override
    public boolean stoppable() {
      return slow;
    }
  }

  /**
   * Reads an approval. Once it is final the same activity may read the contract as well, and then
   * answers with both.
   */
  record ReadApproval(Step step, String approvalId, boolean slow) implements OpenTrainCall {
    @Override
    public String subject() {
      return "approval " + approvalId;
    }

    @Override
    public ReadApproval slowly() {
      return new ReadApproval(step, approvalId, true);
    }
  }

  /**
   * Looks for an approval of a step among those that the account's events have named since an ask
   * left whose answer was lost: the marketplace lists no approvals. Each is read; those of the
   * step's kind and subject are the answer.
   *
   * @param target the proposal, milestone or contract on the marketplace
   * @param since when the ask left
   */
  record FindApproval(Step step, String target, Instant since, boolean slow)
      implements OpenTrainCall {
    @Override
    public String subject() {
      return "approvals of " + step;
    }

    @Override
    public FindApproval slowly() {
      return new FindApproval(step, target, since, true);
    }
  }

  /**
   * Reads the contract: by its id where that is known when the call is made, else by the proposal.
   */
  record ReadContract(boolean slow) implements OpenTrainCall {
    @Override
    public String subject() {
      return "contract";
    }

    @Override
    public Step step() {
      return Step.contract();
    }

    @Override
    public ReadContract slowly() {
      return new ReadContract(true);
    }
  }

  /** Reads a contract that an operator named as ours. */
  record ReadNamedContract(String contractId, boolean slow) implements OpenTrainCall {
    @Override
    public String subject() {
      return "named contract";
    }

    @Override
    public Step step() {
      return Step.contract();
    }

    @Override
    public ReadNamedContract slowly() {
      return new ReadNamedContract(contractId, true);
    }
  }
}
