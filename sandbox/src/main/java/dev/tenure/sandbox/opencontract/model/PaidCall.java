package dev.tenure.sandbox.opencontract.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that is carried out once its payment has settled; it is kept until then. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PaidCall.Create.class, name = "create"),
  @JsonSubTypes.Type(value = PaidCall.Accept.class, name = "accept"),
  @JsonSubTypes.Type(value = PaidCall.Dispute.class, name = "dispute"),
  @JsonSubTypes.Type(value = PaidCall.Ballot.class, name = "votes")
})
public sealed interface PaidCall {
  /**
   * A Client creates a contract and pays its price.
   *
   * @param digest that of the bytes of the request
   */
  @Serdeable
  record Create(String digest, ContractTerms terms) implements PaidCall {
    @Override
    public String subject() {
      return "create/" + digest;
    }

    @Override
    public @Nullable String contractId() {
      return null;
    }
  }

  /** A Worker takes a contract and posts its stake. */
  @Serdeable
  record Accept(String contractId) implements PaidCall {
    @Override
    public String subject() {
      return "accept/" + contractId;
    }
  }

  /** A Client disputes a delivery and posts its bond. */
  @Serdeable
  record Dispute(String contractId) implements PaidCall {
    @Override
    public String subject() {
      return "dispute/" + contractId;
    }
  }

  /**
   * A Backup Agent votes and posts its bond.
   *
   * @param words one for each criterion, in the order of the criteria
   */
  @Serdeable
  record Ballot(String contractId, List<Criterion> words) implements PaidCall {
    @Override
    public String subject() {
      return "votes/" + contractId;
    }
  }

  /** What is paid for; together with the payer it names a quote. */
  String subject();

  /** The contract on which it is; null for one that is still to be created. */
  @Nullable String contractId();

  /** What a quote calls the amount. */
  default String description() {
    return switch (this) {
      case Create create -> "Escrowed Funds";
      case Accept accept -> "Worker Stake";
      case Dispute dispute -> "Dispute Bond";
      case Ballot ballot -> "Backup Agent Bond";
    };
  }

  default Purpose purpose() {
    return switch (this) {
      case Create create -> Purpose.ESCROW;
      case Accept accept -> Purpose.STAKE;
      case Dispute dispute -> Purpose.DISPUTE_BOND;
      case Ballot ballot -> Purpose.BACKUP_BOND;
    };
  }
}
