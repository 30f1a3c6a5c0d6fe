package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a Client asked to create, found by its own words: the same caller with the same bytes is the
 * same attempt.
 *
 * @param wallet where it is to pay
 * @param quotedAt when it was first asked for; asking again does not renew it
 * @param contractId null until it is paid
 */
@Serdeable
public record CreationAttempt(
    String digest, String client, String wallet, Instant quotedAt, @Nullable String contractId) {
  /** How long an unpaid one lives. */
  public static final Duration LIFETIME = Duration.ofMinutes(30);

  public Instant diesAt() {
    return quotedAt.plus(LIFETIME);
  }

  public boolean pending(Instant now) {
    return contractId == null && now.isBefore(diesAt());
  }

  /** The same attempt, which is to pay into another wallet. */
  public CreationAttempt at(String otherWallet) {
    return new CreationAttempt(digest, client, otherWallet, quotedAt, contractId);
  }

  public CreationAttempt paid(String contract) {
    return new CreationAttempt(digest, client, wallet, quotedAt, contract);
  }
}
