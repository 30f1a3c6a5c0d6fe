package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.client.json.ChallengeAnswerJson;
import dev.tenure.activities.opencontract.client.json.ChallengeJson;
import dev.tenure.activities.opencontract.client.json.IssuedKeyJson;
import dev.tenure.activities.opencontract.client.json.RevocationJson;
import dev.tenure.activities.opencontract.signer.PaymentSigner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API key of an address in this process: asked for by signature when it is first needed,
 * replaced before its life ends or when it is refused, and revoked once it is replaced. The key is
 * kept in memory alone.
 */
public final class AgentKeys {

  private static final Logger LOG = LoggerFactory.getLogger(AgentKeys.class);

  /** Part of a key's life after which another is asked for. */
  private static final double RENEWED_AT = 0.8;

  /** A renewal that failed is tried again after this; the key at hand works meanwhile. */
  private static final Duration RENEWAL_PAUSE = Duration.ofMinutes(5);

  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final int LONGEST_CHALLENGE = 4096;

  private record Key(String secret, @Nullable String id, Instant issuedAt) {}

  private final OpenContractCalls calls;
  private final PaymentSigner signer;
  private final String label;
  private final InstantSource clock;
  private @Nullable Key key;
  private @Nullable Key replaced;
  private Instant nextRenewal = Instant.MIN;

  /**
   * The key of a signer's address.
   *
   * @param label that the address's owner sees beside the key
   */
  AgentKeys(OpenContractCalls calls, PaymentSigner signer, String label, InstantSource clock) {
    this.calls = calls;
    this.signer = signer;
    this.label = label;
    this.clock = clock;
  }

  /** The key to send; asks for one where there is none. */
  synchronized String current() throws OpenContractRefusal, Unavailable {
    if (key == null) {
      key = issue();
    } else if (old(key)) {
      renew(key);
    }
    revokeReplaced();
    return key.secret();
  }

  /**
   * A key was refused; the next call asks for another, unless somebody did already. Where a key is
   * refused right after it was issued, another would not be taken either.
   */
  synchronized void refused(String secret) {
    if (key != null
        && key.secret().equals(secret)
        && !clock.instant().isBefore(key.issuedAt().plus(FRESH))) {
      key = null;
    }
  }

  /** When the key at hand was issued; empty before the first. */
  public synchronized Optional<Instant> issuedAt() {
    return Optional.ofNullable(key).map(Key::issuedAt);
  }

  private boolean old(Key held) {
    Duration renewed = Duration.ofMillis((long) (Assumptions.KEY_LIFE.toMillis() * RENEWED_AT));
    Instant now = clock.instant();
    return !now.isBefore(held.issuedAt().plus(renewed)) && !now.isBefore(nextRenewal);
  }

  private void renew(Key held) {
    try {
      key = issue();
      replaced = held;
    } catch (MarketplaceException e) {
      nextRenewal = clock.instant().plus(RENEWAL_PAUSE);
      LOG.warn("The API key of {} could not be renewed: {}", signer.address(), e.getMessage());
    }
  }

  private void revokeReplaced() {
    if (replaced == null || clock.instant().isBefore(nextRenewal)) {
      return;
    }
    try {
      revoke(replaced);
      replaced = null;
    } catch (OpenContractRefusal e) {
      if (e.tells(OpenContractAnswer.Fact.KEY_NOT_FOUND)) {
        replaced = null;
      } else {
        revokeLater(e);
      }
    } catch (Unavailable e) {
      revokeLater(e);
    }
  }

  private void revokeLater(MarketplaceException e) {
    nextRenewal = clock.instant().plus(RENEWAL_PAUSE);
    LOG.warn("A replaced API key of {} is not revoked yet: {}", signer.address(), e.getMessage());
  }

  private Key issue() throws OpenContractRefusal, Unavailable {
    Call call = Call.post(path("/api-key"), answered(label, null));
    IssuedKeyJson issued = calls.read(call, calls.send(call), IssuedKeyJson.class);
    if (issued.apiKey() == null || issued.apiKey().isBlank()) {
      throw OpenContractCalls.nonsense(call, "answered without a key");
    }
    return new Key(issued.apiKey(), issued.keyId(), clock.instant());
  }

  private void revoke(Key held) throws OpenContractRefusal, Unavailable {
    if (held.id() != null) {
      Call call = Call.post(path("/api-key/revoke"), answered(null, held.id()));
      calls.read(call, calls.send(call), RevocationJson.class);
    }
  }

  private String path(String below) {
    return "/agents/" + Call.segment(signer.address().text()) + below;
  }

  /** A challenge is good for one call. */
  private String answered(@Nullable String withLabel, @Nullable String keyId)
      throws OpenContractRefusal, Unavailable {
    Call call = Call.post(path("/challenge"), null);
    ChallengeJson challenge = calls.read(call, calls.send(call), ChallengeJson.class);
    @Nullable String message = challenge.message();
    if (challenge.challengeId() == null
        || message == null
        || message.isBlank()
        || message.length() > LONGEST_CHALLENGE) {
      throw OpenContractCalls.nonsense(call, "answered without a challenge that can be signed");
    }
    return OpenContractCalls.BODIES.write(
        new ChallengeAnswerJson(
            challenge.challengeId(), signer.signMessage(message), withLabel, keyId));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "API key of " + signer.address();
  }
}
