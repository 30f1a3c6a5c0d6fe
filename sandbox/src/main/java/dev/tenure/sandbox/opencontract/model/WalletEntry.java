package dev.tenure.sandbox.opencontract.model;

import dev.tenure.sandbox.http.EnumWord;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A transfer into or out of the wallet of a contract.
 *
 * @param wallet that of one contract
 * @param incoming paid in by {@code party}, or paid out to it
 * @param units of a millionth of a USDC
 * @param transaction its hash, which is made up
 */
@Serdeable
public record WalletEntry(
    long position,
    String wallet,
    boolean incoming,
    String party,
    long units,
    Purpose purpose,
    String transaction,
    Instant at) {

  /** What a transfer is for. */
  public enum Purpose implements EnumWord {
    ESCROW,
    STAKE,
    DISPUTE_BOND,
    BACKUP_BOND,
    PAYMENT,
    FEE,
    REFUND
  }
}
