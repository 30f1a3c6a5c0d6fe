package dev.tenure.sandbox.opentrain.rules.account;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Personal API tokens: nobody can give more than they have. */
@Singleton
public class Tokens {
  private static final int MOST_ACTIVE = 25;
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private final World world;
  private final SecureRandom random = new SecureRandom();

  Tokens(World world) {
    this.world = world;
  }

  public Stream<AccessToken> of(Caller caller) {
    return world.tokens.newestFirst(token -> caller.owns(token.accountId()));
  }

  /**
   * Makes one.
   *
   * @param scopes null for those of the caller
   * @param expiresAt as the caller's own clock will show it
   */
  public AccessToken make(
      Caller caller, String name, @Nullable List<String> scopes, @Nullable Instant expiresAt) {
    List<String> wanted =
        scopes == null ? caller.token().scopes() : scopes.stream().distinct().toList();
    requireKnown(wanted);
    Instant end = expiresAt == null ? null : world.clock().market(expiresAt);
    InvalidRequest.require(
        end == null || end.isAfter(world.now()), "expiresAt", "must be in the future");
    if (!wanted.stream().allMatch(caller.token()::grants)) {
      throw Refusal.scope(wanted, caller.token().scopes());
    }
    if (of(caller).filter(token -> token.usable(world.now())).count() >= MOST_ACTIVE) {
      throw Refusal.conflict(
          "token_limit_reached", "Too many active tokens.", Map.of("limit", MOST_ACTIVE));
    }
    return issue(caller.account().id(), name, caller.token().owner(), wanted, end);
  }

  /** Revokes one of the account's; a revoked one stays as it is (assumed). */
  public AccessToken revoke(Caller caller, String tokenId) {
    AccessToken token =
        of(caller)
            .filter(known -> known.id().equals(tokenId))
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(Refusal.Code.NOT_FOUND, "Not found.", Map.of("tokenId", tokenId)));
    return token.revokedAt() == null ? revoke(token) : token;
  }

  /** Makes one in the app, where a person may give any scope. */
  public AccessToken mint(
      String accountId,
      String name,
      boolean owner,
      List<String> scopes,
      @Nullable Instant expiresAt) {
    requireKnown(scopes);
    return issue(
        accountId,
        name,
        owner,
        scopes.stream().distinct().toList(),
        expiresAt == null ? null : world.clock().market(expiresAt));
  }

  /** Notes the use, once a minute at most: that is often enough to see what is in use. */
  public void noteUse(AccessToken token) {
    Instant last = token.lastUsedAt();
    if (last == null || !world.now().isBefore(last.plus(USE_NOTED_EVERY))) {
      world.tokens.put(token.secret(), token.used(world.now()));
    }
  }

  AccessToken revoke(AccessToken token) {
    AccessToken revoked = token.revoked(world.now());
    world.tokens.put(token.secret(), revoked);
    return revoked;
  }

  AccessToken issue(
      String accountId,
      String name,
      boolean owner,
      List<String> scopes,
      @Nullable Instant expiresAt) {
    AccessToken token =
        new AccessToken(
            world.newId("tok"),
            secret("ot_pat_") + "_" + hex(24),
            accountId,
            name,
            owner,
            scopes,
            world.now(),
            expiresAt,
            null,
            null);
    world.tokens.put(token.secret(), token);
    return token;
  }

  public String secret(String prefix) {
    return prefix + hex(8);
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private static void requireKnown(List<String> scopes) {
    List<String> unknown = scopes.stream().filter(scope -> !Scope.ALL.contains(scope)).toList();
    if (!unknown.isEmpty()) {
      throw Refusal.bad(
          "Some scopes are unknown.",
          Map.of("unknownScopes", unknown, "supportedScopes", Scope.ALL));
    }
  }
}
