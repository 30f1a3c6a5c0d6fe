package dev.tenure.lifecycle.opencontract.call;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import org.jspecify.annotations.Nullable;

/** Something that a hire on OpenContract learns. Each is applied to its state at once. */
public sealed interface OpenContractObservation {

  /** The end of a call; every one that was started comes to exactly one. */
  sealed interface OfCall extends OpenContractObservation {
    OpenContractCall call();
  }

  /**
   * A paid call was answered.
   *
   * @param call a {@link OpenContractCall.Create} or a {@link OpenContractCall.Dispute}
   * @param protocol as read in the same activity after a creation, where it was read
   */
  record Paid(OpenContractCall call, PaidAnswer answer, @Nullable ProtocolParameters protocol)
      implements OfCall {
    public Paid(OpenContractCall call, PaidAnswer answer) {
      this(call, answer, null);
    }
  }

  /**
   * The contract was read, by itself or after a write.
   *
   * @param call an {@link OpenContractCall.Approve}, {@link OpenContractCall.Cancel} or {@link
   *     OpenContractCall.Read}
   */
  record ContractRead(OpenContractCall call, WorkingContractReading reading) implements OfCall {}

  record ProtocolRead(OpenContractCall.ReadProtocol call, ProtocolParameters parameters)
      implements OfCall {}

  /** It was refused for a reason that a person must mend; the last attempt carried nothing out. */
  record Refused(OpenContractCall call, Obstacle obstacle) implements OfCall {}

  /** Two minutes without an answer. */
  record Unreachable(OpenContractCall call) implements OfCall {}

  /** The call was stopped, or handed over: nobody waited for what became of it. */
  record Stopped(OpenContractCall call) implements OfCall {}

  /** The account sweep or another hire says where to look. */
  record Notified(Notification notification) implements OpenContractObservation {}
}
