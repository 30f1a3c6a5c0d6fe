package dev.tenure.sandbox.opentrain.model.account;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent that registered by itself, until a person claims its account.
 *
 * @param handedOut the token after the claim was given, which happens once
 */
@Serdeable
public record Registration(
    String id,
    String claimToken,
    String accountId,
    Instant expiresAt,
    @Nullable Attempt attempt,
    boolean claimed,
    boolean handedOut,
    @Nullable Instant lastPollAt) {

  /** One try of a person to claim it: a page to open and a code to type there. */
  @Serdeable
  public record Attempt(String token, String userCode, String email, Instant expiresAt) {}

  public Registration trying(Attempt next) {
    return new Registration(
        id, claimToken, accountId, expiresAt, next, claimed, handedOut, lastPollAt);
  }

  public Registration polled(Instant now) {
    return new Registration(id, claimToken, accountId, expiresAt, attempt, claimed, handedOut, now);
  }

  public Registration claimedByPerson() {
    return new Registration(
        id, claimToken, accountId, expiresAt, attempt, true, handedOut, lastPollAt);
  }

  public Registration spent() {
    return new Registration(
        id, claimToken, accountId, expiresAt, attempt, claimed, true, lastPollAt);
  }
}
