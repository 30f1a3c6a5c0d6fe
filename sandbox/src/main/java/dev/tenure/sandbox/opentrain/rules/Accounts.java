package dev.tenure.sandbox.opentrain.rules;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.AccountChange;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.money.Credits;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What people set up for an account in the app. */
@Singleton
public class Accounts {
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
                Refusal.require(Feature.ALL.contains(key), "features." + key, "is not a feature"));
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
      Refusal.require(Scope.ALL.containsAll(scopes), "scopes", "must be of " + Scope.ALL);
      AccessToken token =
          world
              .ownersToken(account.id())
              .orElseThrow(
                  () ->
                      Refusal.field(
                          "scopes",
                          "need a token of the owner: mint one by POST /sandbox/accounts/%s/tokens"
                              .formatted(account.id())));
      world.tokens.put(token.secret(), token.scoped(scopes));
    }
  }
}
