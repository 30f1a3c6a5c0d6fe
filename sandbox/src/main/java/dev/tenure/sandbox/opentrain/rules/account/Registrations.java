package dev.tenure.sandbox.opentrain.rules.account;

import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.model.account.Registration;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.OAuthRefusal;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an agent gets an account, and how a person makes it theirs. */
@Singleton
public class Registrations {
  public static final String GRANT = "urn:opentrain:agent-auth:grant-type:claim";
  public static final Duration ATTEMPT = Duration.ofMinutes(30);
  public static final Duration POLL_INTERVAL = Duration.ofSeconds(5);
  private static final Duration WINDOW = Duration.ofDays(1);

  private final World world;
  private final Tokens tokens;
  private final SecureRandom random = new SecureRandom();

  Registrations(World world, Tokens tokens) {
    this.world = world;
    this.tokens = tokens;
  }

  /** A fresh registration with the token that works before the claim. */
  public record Registered(Registration registration, AccessToken token) {}

  public Registered register(@Nullable String agent, @Nullable String organization) {
    String id = world.newId("acc_agent");
    Account account =
        new Account(
            id,
            organization == null ? "Unclaimed account" : organization,
            new Account.Owner("usr_" + id, "", agent == null ? "Agent" : agent, ""),
            false,
            false,
            false,
            Feature.ALL.stream().collect(Collectors.toMap(key -> key, key -> true)),
            0,
            0);
    world.accounts.put(id, account);
    Registration made =
        new Registration(
            world.newId("reg"),
            tokens.secret("ot_clm_"),
            id,
            world.now().plus(WINDOW),
            null,
            false,
            false,
            null);
    keep(made);
    return new Registered(made, tokens.issue(id, "agent", true, Scope.PRE_CLAIM, null));
  }

  /** Begins a claim, or begins it again with a new code. */
  public Registration.Attempt begin(String claimToken, String email) {
    Registration registration = world.registrations.find(claimToken);
    if (registration == null || registration.claimed()) {
      throw new OAuthRefusal("invalid_request", "This claim token is not known or was used.");
    }
    if (!world.now().isBefore(registration.expiresAt())) {
      throw new OAuthRefusal("invalid_request", "The claim window is closed.");
    }
    if (registered(email)) {
      throw new OAuthRefusal("invalid_request", "email_already_registered");
    }
    Registration.Attempt attempt =
        new Registration.Attempt(
            tokens.secret("ot_cat_"),
            String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)),
            email,
            world.now().plus(ATTEMPT));
    keep(registration.trying(attempt));
    return attempt;
  }

  private boolean registered(String email) {
    return world
        .accounts
        .oldestFirst()
        .anyMatch(one -> one.owner().email().equalsIgnoreCase(email));
  }

  /** The attempt that a claim page is about, while it can still succeed. */
  public @Nullable Registration open(String attemptToken) {
    return world
        .registrations
        .newestFirst(one -> !one.claimed() && one.attempt() != null)
        .filter(one -> Objects.requireNonNull(one.attempt()).token().equals(attemptToken))
        .filter(
            one ->
                world.now().isBefore(Objects.requireNonNull(one.attempt()).expiresAt())
                    && world.now().isBefore(one.expiresAt()))
        .filter(one -> !registered(Objects.requireNonNull(one.attempt()).email()))
        .findFirst()
        .orElse(null);
  }

  /** A person typed the code: the account is theirs, and every token from before is dead. */
  public boolean claim(String attemptToken, String code) {
    Registration registration = open(attemptToken);
    Registration.Attempt attempt = registration == null ? null : registration.attempt();
    if (registration == null || attempt == null || !attempt.userCode().equals(code)) {
      return false;
    }
    Account account = world.accounts.get(registration.accountId());
    world.accounts.put(account.id(), account.claimedBy(attempt.email()));
    world
        .tokens
        .oldestFirst(token -> token.accountId().equals(account.id()) && token.revokedAt() == null)
        .toList()
        .forEach(tokens::revoke);
    keep(registration.claimedByPerson());
    return true;
  }

  /** The token after the claim, once. */
  public AccessToken exchange(String claimToken) {
    Registration registration = world.registrations.find(claimToken);
    if (registration == null || registration.handedOut()) {
      throw new OAuthRefusal("invalid_grant", "Not known, or already handed out.");
    }
    if (registration.claimed()) {
      keep(registration.spent());
      return tokens.issue(registration.accountId(), "agent", true, Scope.POST_CLAIM, null);
    }
    if (!world.now().isBefore(registration.expiresAt())) {
      throw new OAuthRefusal("expired_token", "The claim window is closed.");
    }
    throw new OAuthRefusal("authorization_pending", "No person has claimed it yet.");
  }

  /** Remembers that it was asked; true when that was too soon after the last time. */
  public boolean tooSoon(String claimToken) {
    Registration registration = world.registrations.find(claimToken);
    if (registration == null) {
      return false;
    }
    keep(registration.polled(world.now()));
    return registration.lastPollAt() != null
        && world.now().isBefore(registration.lastPollAt().plus(POLL_INTERVAL));
  }

  /** Revokes a token by its secret; an unknown one is no error. */
  public boolean revoke(String secret) {
    AccessToken token = world.tokens.find(secret);
    if (token != null && token.revokedAt() == null) {
      tokens.revoke(token);
    }
    return true;
  }

  private void keep(Registration registration) {
    world.registrations.put(registration.claimToken(), registration);
  }
}
