package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.opencontract.signer.PaymentRequired;
import dev.tenure.lifecycle.call.Obstacle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer of OpenContract, as what it means for the call. */
public sealed interface OpenContractAnswer {

  /** The call was carried out; the body says the rest. */
  record Accepted() implements OpenContractAnswer {}

  /** Nothing was carried out yet: the call is to be repeated with this payment. */
  record Unpaid(PaymentRequired required) implements OpenContractAnswer {}

  /** The call was refused, and nothing was carried out. */
  sealed interface No extends OpenContractAnswer {}

  /** A refusal that tells a fact about the state of the world, to be looked at. */
  record Told(Fact fact, String words) implements No {}

  /** There is nothing of that id. */
  record Absent(Obstacle obstacle) implements No {}

  /** The API key is not accepted; the address can ask for another. */
  record KeyRefused(Obstacle obstacle) implements No {}

  /** A refusal that only a person can mend. */
  record Barred(Obstacle obstacle) implements No {}

  /**
   * There were too many calls, and this one was not carried out.
   *
   * @param retryAfter how long OpenContract asks to wait, where it does
   */
  record TooMany(String words, @Nullable Duration retryAfter) implements OpenContractAnswer {}

  /**
   * Nothing to go on with, which time may heal; the call may have been carried out all the same.
   *
   * @param retryAfter how long OpenContract asks to wait, where it does
   */
  record Broken(String words, @Nullable Duration retryAfter) implements OpenContractAnswer {}

  /** The facts that a refusal can tell. */
  enum Fact {
    /** The contract is in another status, a deadline has passed, somebody was first. */
    CONFLICT,
    /** The same creation was carried out before: the contract is there. */
    DUPLICATE_CONTRACT,
    /** The challenge has ended or was used: ask for another. */
    INVALID_CHALLENGE,
    /** The API key to revoke is none of the address, or revoked already. */
    KEY_NOT_FOUND
  }
}
