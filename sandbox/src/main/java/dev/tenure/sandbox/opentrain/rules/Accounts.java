package dev.tenure.sandbox.opentrain.rules;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.AccountChange;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.model.account.TeamInvite;
import dev.tenure.sandbox.opentrain.rules.money.Credits;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What people set up for an account in the app, and who was invited into its team. */
@Singleton
public class Accounts {
  private static final Duration INVITE_LIFE = Duration.ofDays(7);

  private final World world;
  private final Credits credits;

  Accounts(World world, Credits credits) {
    this.world = world;
    this.credits = credits;
  }

  public Account get(String id) {
    return Refusal.found(world.accounts.find(id), "accounts", "accountId", id);
  }

  /** Changes what is named and leaves the rest. */
  public void change(String id, AccountChange change) {
    Account account = get(id);
    Map<String, Boolean> features = requireNonNullElse(change.features(), Map.of());
    features
        .keySet()
        .forEach(
            key ->
                InvalidRequest.require(
                    Feature.ALL.contains(key), "features." + key, "is not a feature"));
    world.accounts.put(
        id,
        account
            .set(
                requireNonNullElse(change.claimed(), account.claimed()),
                requireNonNullElse(change.card(), account.card()),
                requireNonNullElse(change.cardDeclines(), account.cardDeclines()))
            .switching(features));
    credits.adjustTo(id, requireNonNullElse(change.creditsCents(), account.availableCents()));
    List<String> scopes = change.scopes();
    if (scopes != null) {
      InvalidRequest.require(Scope.ALL.containsAll(scopes), "scopes", "must be of " + Scope.ALL);
      AccessToken token =
          world
              .ownersToken(account.id())
              .orElseThrow(
                  () ->
                      InvalidRequest.field(
                          "scopes",
                          "need a token of the owner: mint one by POST /sandbox/accounts/%s/tokens"
                              .formatted(account.id())));
      world.tokens.put(token.secret(), token.scoped(scopes));
    }
  }

  public List<TeamInvite> invites(Caller caller) {
    return world.invites.newestFirst(one -> caller.owns(one.accountId())).toList();
  }

  /** Invites once; the word says what came of it. */
  public String invite(Caller caller, String email) {
    if (email.equalsIgnoreCase(caller.account().owner().email())) {
      return "already_member";
    }
    if (invites(caller).stream().noneMatch(known -> known.email().equalsIgnoreCase(email))) {
      String id = world.newId("tin");
      world.invites.put(
          id,
          new TeamInvite(
              id, caller.account().id(), email, world.now(), world.now().plus(INVITE_LIFE)));
    }
    return "invite_created";
  }
}
