package dev.tenure.activities.opencontract.signer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment whose authorisation was recorded before its signature left.
 *
 * @param intent that it belongs to
 * @param version of x402
 * @param resource what is paid for, as it was quoted
 * @param signedAt when it was recorded
 * @param transaction the hash on the chain, where it was told
 */
public record RecordedPayment(
    String intent,
    int version,
    @Nullable String resource,
    TransferAuthorization authorization,
    Instant signedAt,
    State state,
    @Nullable String transaction) {

  /** What became of it. */
  public enum State {
    /** It may have been settled, or may yet be. */
    SIGNED,
    /** The money moved. */
    SETTLED,
    /** It was proven that it did not, and cannot any more. */
    UNPAID
  }
}
