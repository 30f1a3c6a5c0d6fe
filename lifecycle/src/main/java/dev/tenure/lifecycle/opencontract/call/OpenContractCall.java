package dev.tenure.lifecycle.opencontract.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.model.money.Money;

/**
 * One call to OpenContract. Every one may be repeated: a payment moves once, and the other writes
 * look at the contract before they are made again. So the carrier repeats each of them by itself, a
 * fast one for about two minutes, a slow one without end; and what was begun is made again until
 * its answer is known.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OpenContractCall.Create.class, name = "create"),
  @JsonSubTypes.Type(value = OpenContractCall.Dispute.class, name = "dispute"),
  @JsonSubTypes.Type(value = OpenContractCall.Approve.class, name = "approve"),
  @JsonSubTypes.Type(value = OpenContractCall.Cancel.class, name = "cancel"),
  @JsonSubTypes.Type(value = OpenContractCall.Read.class, name = "read"),
  @JsonSubTypes.Type(value = OpenContractCall.ReadProtocol.class, name = "read_protocol")
})
public sealed interface OpenContractCall extends RemoteCall<OpenContractCall> {

  /** Key of the milestone that it is for. */
  String milestone();

  @Override
  default String subject() {
    return step().toString();
  }

  /** A fast write is waited for: what became of it must be known. */
  @Override
  default boolean stoppable() {
    return slow();
  }

  /**
   * Creates a Working Contract and locks its price.
   *
   * @param settleOnly learns what became of earlier calls, and signs nothing
   */
  record Create(
      String milestone,
      NewWorkingContract contract,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean settleOnly,
      boolean slow)
      implements OpenContractCall {
    @Override
    public Step step() {
      return Step.create(milestone);
    }

    @Override
    public Create slowly() {
      return new Create(milestone, contract, settleOnly, true);
    }
  }

  /**
   * Disputes a delivery and locks the bond.
   *
   * @param bond exactly what may be paid
   * @param creationKey of the contract, whose wallet the bond goes to
   */
  record Dispute(String milestone, String contractId, Money bond, String creationKey, boolean slow)
      implements OpenContractCall {
    @Override
    public Step step() {
      return Step.dispute(milestone);
    }

    @Override
    public Dispute slowly() {
      return new Dispute(milestone, contractId, bond, creationKey, true);
    }
  }

  /** Approves a delivery, so that its Worker is paid. */
  record Approve(String milestone, String contractId, boolean slow) implements OpenContractCall {
    @Override
    public Step step() {
      return Step.release(milestone);
    }

    @Override
    public Approve slowly() {
      return new Approve(milestone, contractId, true);
    }
  }

  /** Cancels a contract that nobody has accepted. */
  record Cancel(String milestone, String contractId, boolean slow) implements OpenContractCall {
    @Override
    public String subject() {
      return "cancel " + milestone;
    }

    @Override
    public Step step() {
      return Step.contractOf(milestone);
    }

    @Override
    public Cancel slowly() {
      return new Cancel(milestone, contractId, true);
    }
  }

  record Read(String milestone, String contractId, boolean slow) implements OpenContractCall {
    @Override
    public Step step() {
      return Step.contractOf(milestone);
    }

    @Override
    public Read slowly() {
      return new Read(milestone, contractId, true);
    }

    @Override
    public boolean stoppable() {
      return true;
    }
  }

  /** Reads the protocol's parameters for a contract. */
  record ReadProtocol(String milestone, String contractId, boolean slow)
      implements OpenContractCall {
    @Override
    public String subject() {
      return "protocol " + milestone;
    }

    @Override
    public Step step() {
      return Step.contractOf(milestone);
    }

    @Override
    public ReadProtocol slowly() {
      return new ReadProtocol(milestone, contractId, true);
    }

    @Override
    public boolean stoppable() {
      return true;
    }
  }
}
