package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.workflows.hire.MarketplaceCall;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What the process may ask of OpenContract. Each method is one call with its probe and its
 * verification; the account is that of the task queue. Every one may be repeated: a payment moves
 * once, since its nonce is recorded before the signature leaves, and the other writes look at the
 * contract before they are made again.
 *
 * <p>Failures: what a person must mend is an {@code ApplicationFailure} whose type is the wire name
 * of an {@code IncidentCause} and whose details are one {@link Obstacle}, of category BENIGN; it is
 * retryable only where the call is held by that very cause. What time may heal is one of type
 * {@link Obstacle#UNAVAILABLE}; what others of the account's calls had to go before, of type {@link
 * MarketplaceCall#THROTTLED}.
 */
@ActivityInterface
public interface OpenContractActivities {

  /**
   * Creates a Working Contract and locks its price, and reads the protocol's parameters beside it;
   * {@code Overtaken} never comes of it, and {@code NothingPaid} only where nothing shall be
   * signed.
   */
  @ActivityMethod(name = "create-working-contract")
  CreationAnswer createContract(CreateWorkingContract create);

  /** Disputes a delivery and locks the bond. */
  @ActivityMethod(name = "dispute-working-contract")
  PaidAnswer disputeContract(DisputeWorkingContract dispute);

  /**
   * Approves a delivery; answers with the contract as it stands after that, whatever became of it.
   */
  @ActivityMethod(name = "approve-working-contract")
  WorkingContractReading approveContract(WorkingContractRef contract);

  /** Cancels a contract that nobody has accepted; answers like {@link #approveContract}. */
  @ActivityMethod(name = "cancel-working-contract")
  WorkingContractReading cancelContract(WorkingContractRef contract);

  @ActivityMethod(name = "read-working-contract")
  WorkingContractReading readContract(WorkingContractRef contract);

  @ActivityMethod(name = "read-protocol")
  ProtocolParameters readProtocol(ProtocolRead read);
}
