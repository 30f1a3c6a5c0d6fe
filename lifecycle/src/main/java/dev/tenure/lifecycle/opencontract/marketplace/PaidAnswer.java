package dev.tenure.lifecycle.opencontract.marketplace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tenure.model.hire.IncidentCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a call that a payment goes with. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PaidAnswer.Paid.class, name = "paid"),
  @JsonSubTypes.Type(value = PaidAnswer.Uncertain.class, name = "uncertain"),
  @JsonSubTypes.Type(value = PaidAnswer.Overtaken.class, name = "overtaken"),
  @JsonSubTypes.Type(value = PaidAnswer.NothingPaid.class, name = "nothing_paid")
})
public sealed interface PaidAnswer {

  /**
   * It was carried out and paid, by this call or an earlier one.
   *
   * @param transaction of the payment, where it was told
   */
  record Paid(WorkingContractSnapshot contract, @Nullable String transaction)
      implements PaidAnswer {}

  /**
   * A signature is out, and nobody knows whether it is settled. The same call, made again, finds
   * out and pays once.
   *
   * @param until when another call will tell for certain
   */
  record Uncertain(Instant until, String words) implements PaidAnswer {}

  /**
   * The contract is in a status that does not allow it any more (a deadline has passed, somebody
   * was first); nothing was paid.
   */
  record Overtaken(WorkingContractSnapshot contract) implements PaidAnswer {}

  /**
   * Nothing was paid and nothing can be any more; the answer to a call that only settles what an
   * earlier one signed.
   */
  record NothingPaid() implements PaidAnswer {}

  /**
   * Whether a call that was refused for that says of every attempt that nothing was paid: what is
   * wrong with the request itself, and what the signer will not sign, was looked for first. Any
   * other refusal speaks of the last attempt alone.
   */
  static boolean refusedUnpaid(IncidentCause cause) {
    return cause == IncidentCause.REQUEST_REJECTED || cause == IncidentCause.PAYMENT_REFUSED;
  }
}
