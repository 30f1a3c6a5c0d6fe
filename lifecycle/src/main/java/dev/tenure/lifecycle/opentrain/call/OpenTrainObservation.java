package dev.tenure.lifecycle.opentrain.call;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the hire learns. Each is applied to its state at once, whatever it was doing. */
public sealed interface OpenTrainObservation {

  /** The end of a call; every one that was started comes to exactly one. */
  sealed interface OfCall extends OpenTrainObservation {
    OpenTrainCall call();
  }

  /**
   * The marketplace answered an ask.
   *
   * @param contract the contract as read in the same activity after the answer, where it was read
   */
  record Answered(OpenTrainCall.Ask call, AskAnswer answer, @Nullable ContractReading contract)
      implements OfCall {
    public Answered(OpenTrainCall.Ask call, AskAnswer answer) {
      this(call, answer, null);
    }
  }

  /**
   * An approval was read.
   *
   * @param contract the contract as read in the same activity after the approval, where it was read
   */
  record ApprovalRead(
      OpenTrainCall.ReadApproval call, ApprovalReading reading, @Nullable ContractReading contract)
      implements OfCall {
    public ApprovalRead(OpenTrainCall.ReadApproval call, ApprovalReading reading) {
      this(call, reading, null);
    }
  }

  /**
   * The approvals that events named were read.
   *
   * @param found those of the step, in the order of their events
   */
  record ApprovalsSearched(OpenTrainCall.FindApproval call, List<ApprovalSnapshot> found)
      implements OfCall {
    public ApprovalsSearched {
      found = List.copyOf(found);
    }
  }

  /**
   * The contract was read, or looked for by its proposal.
   *
   * @param call a {@link OpenTrainCall.ReadContract} or a {@link OpenTrainCall.ReadNamedContract}
   */
  record ContractRead(OpenTrainCall call, ContractReading reading) implements OfCall {}

  /** The creation of a milestone was answered. */
  record MilestoneCreated(OpenTrainCall.CreateMilestone call, CreateAnswer answer)
      implements OfCall {}

  /** The marketplace refused for a reason that a person must mend; it carried nothing out. */
  record Refused(OpenTrainCall call, Obstacle obstacle) implements OfCall {}

  /** Two minutes without an answer to a read, or without a chance to send a write. */
  record Unreachable(OpenTrainCall call) implements OfCall {}

  /** A write may have been carried out, and no answer came. */
  record Unanswered(OpenTrainCall call) implements OfCall {}

  /** The call was stopped, or handed over, between two attempts: it was not carried out. */
  record Stopped(OpenTrainCall call) implements OfCall {}

  /** The marketplace, the account sweep or another hire says where to look. */
  record Notified(Notification notification) implements OpenTrainObservation {}

  /**
   * A contract of the proposal turned up although the hire had closed without one: the last line of
   * defence, for the account sweep. One that an operator left knowingly is not meant.
   */
  record ContractAppeared(ContractSnapshot contract) implements OpenTrainObservation {}
}
