package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ApiKey;
import dev.tenure.sandbox.opencontract.model.Challenge;
import dev.tenure.sandbox.opencontract.signature.Signer;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hands out keys to whoever can sign for an address (EIP-191), and takes them back. */
@Singleton
public class ApiKeys {
  private static final Duration CHALLENGE_LIFETIME = Duration.ofMinutes(5);
  private static final int SECRET_BYTES = 24;

  private final OpenContractWorld world;
  private final SecureRandom random = new SecureRandom();

  ApiKeys(OpenContractWorld world) {
    this.world = world;
  }

  /** A key as it is shown once. */
  public record Issued(ApiKey key, String secret) {}

  /** What the address has to sign within five minutes. */
  public Challenge challenge(String address) {
    world
        .challenges
        .oldestFirst()
        .takeWhile(old -> !world.now().isBefore(old.expiresAt()))
        .toList()
        .forEach(old -> world.challenges.remove(old.id()));
    String id = world.newId("challenge");
    Challenge challenge =
        new Challenge(
            id,
            Address.key(address),
            "Sign in to OpenContract as %s.%n%nNonce: %s".formatted(Address.key(address), secret()),
            world.now().plus(CHALLENGE_LIFETIME));
    world.challenges.put(id, challenge);
    return challenge;
  }

  /**
   * Uses a challenge up, whatever comes of it.
   *
   * @return what is wrong; null when the address signed it
   */
  public @Nullable ApiError objection(String address, String challengeId, String signature) {
    Challenge challenge = world.challenges.find(challengeId);
    world.challenges.remove(challengeId);
    if (challenge == null
        || !Address.same(challenge.address(), address)
        || !world.now().isBefore(challenge.expiresAt())) {
      return ApiError.of(
          ApiError.Code.INVALID_CHALLENGE,
          "The challenge is unknown, used, expired, or was made for another address; ask for a new"
              + " one.");
    }
    Optional<String> signer = Signer.ofMessage(challenge.message(), signature);
    return signer.filter(by -> Address.same(by, address)).isPresent()
        ? null
        : ApiError.unauthorized(
            "The signature is not by %s over the message of the challenge (personal_sign)."
                .formatted(Address.key(address)));
  }

  public Issued issue(String address, @Nullable String label) {
    String secret = "oc_live_" + secret();
    ApiKey key =
        new ApiKey(
            world.newId("key"), Address.key(address), hash(secret), label, world.now(), null);
    world.keys.put(key.id(), key);
    world.keyOfHash.put(key.hash(), key.id());
    return new Issued(key, secret);
  }

  /** Every key of the address, those that were taken back included. */
  public List<ApiKey> of(String address) {
    return all(address).toList();
  }

  /**
   * Takes one key back, or all.
   *
   * @return how many
   * @throws ApiError when the one named is no active key of the address
   */
  public int revoke(String address, @Nullable String keyId) {
    List<ApiKey> gone =
        all(address)
            .filter(ApiKey::active)
            .filter(key -> keyId == null || key.id().equals(keyId))
            .toList();
    if (keyId != null && gone.isEmpty()) {
      throw ApiError.of(
          ApiError.Code.KEY_NOT_FOUND, "keyId names no active key of " + Address.key(address));
    }
    gone.forEach(key -> world.keys.put(key.id(), key.revoked(world.now())));
    return gone.size();
  }

  /** Whose key it is; nobody's when it was taken back. */
  public Optional<String> holder(String secret) {
    return Optional.ofNullable(world.keyOfHash.find(hash(secret)))
        .map(world.keys::get)
        .filter(ApiKey::active)
        .map(ApiKey::address);
  }

  private Stream<ApiKey> all(String address) {
    return world.keys.oldestFirst(key -> Address.same(key.address(), address));
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
