package dev.tenure.activities.opencontract.signer;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was signed for which intent, kept for good. An intent has one payment that is not {@code
 * UNPAID} at most, whoever asks, also at the same moment.
 */
public interface PaymentIntents {

  /** What became of the wish to record a payment. */
  sealed interface Recording {

    /** It stands; its signature may leave. */
    record Recorded() implements Recording {}

    /** The intent has another one, which may be paid. */
    record Existing(RecordedPayment payment) implements Recording {}

    /** The intent was given up: nothing is paid for it any more. */
    record Closed() implements Recording {}

    /**
     * It would exceed what the payer may sign in 24 hours.
     *
     * @param units that were signed already
     */
    record AboveTheDay(BigInteger units) implements Recording {}
  }

  /** The payment of an intent that is settled, or may be. */
  Optional<RecordedPayment> find(String intent);

  /**
   * Gives an intent up for good, unless it has a payment that is settled, or may be: from then on
   * none is recorded for it, whichever attempt asks.
   *
   * @return the payment that stands in the way; empty where the intent is given up
   */
  Optional<RecordedPayment> close(String intent);

  /**
   * Records a payment, unless its intent has one or was given up, or the day's limit is reached.
   * What was proven unpaid does not count to the day.
   *
   * @param payment in the state {@code SIGNED}
   * @param mostUnits of the token that the payer may sign for in the 24 hours before {@code
   *     signedAt}, this payment included
   */
  Recording record(RecordedPayment payment, BigInteger mostUnits);

  /** The money of that authorisation moved. */
  void settled(String intent, String nonce, @Nullable String transaction);

  /** The money of that authorisation did not move, and cannot; another may be signed. */
  void unpaid(String intent, String nonce);

  /** What a payer signed for since then and that is not proven unpaid, in units. */
  BigInteger signedSince(Address payer, Instant since);
}
