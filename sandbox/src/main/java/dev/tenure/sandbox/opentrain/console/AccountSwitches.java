package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.money.Credits;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an account may do, as a form of the console sets it. */
@Singleton
class AccountSwitches {
  private final World world;
  private final Credits credits;

  AccountSwitches(World world, Credits credits) {
    this.world = world;
    this.credits = credits;
  }

  /** Changes what is named and leaves the rest. */
  void toggle(String accountId, ConsoleForm form) {
    world.run(
        () -> {
          Account now = account(accountId);
          world.accounts.put(
              accountId,
              now.set(
                  form.flag("claimed", now.claimed()),
                  form.flag("card", now.card()),
                  form.flag("cardDeclines", now.cardDeclines())));
        });
  }

  /** Credits, features and the scopes of the owner's token, all as the form shows them. */
  void set(String accountId, ConsoleForm form) {
    BigDecimal dollars = form.number("credits", 2);
    world.run(
        () -> {
          world.accounts.put(accountId, account(accountId).switching(features(form)));
          if (dollars != null) {
            credits.adjustTo(accountId, Money.cents(dollars));
          }
          world
              .ownersToken(accountId)
              .ifPresent(
                  token -> world.tokens.put(token.secret(), token.scoped(form.ticked(Scope.ALL))));
        });
  }

  private static Map<String, Boolean> features(ConsoleForm form) {
    List<String> ticked = form.ticked(Feature.ALL);
    return Feature.ALL.stream().collect(Collectors.toMap(Function.identity(), ticked::contains));
  }

  private Account account(String id) {
    return Refusal.found(world.accounts.find(id), "accounts", "accountId", id);
  }
}
