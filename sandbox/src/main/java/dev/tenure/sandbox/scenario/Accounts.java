package dev.tenure.sandbox.scenario;

import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.rules.Credits;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.Feature;
import dev.tenure.sandbox.world.Scope;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Accounts of a scenario with their tokens, features and credits. */
@Singleton
class Accounts {
  private static final long MOST_CENTS = 100_000_000_000L;

  private final World world;
  private final Credits credits;

  Accounts(World world, Credits credits) {
    this.world = world;
    this.credits = credits;
  }

  void build(Fields fields) {
    String id = Builder.freshId(fields, world.accounts::holds);
    Fields owner = fields.object("owner");
    world.accounts.put(
        id,
        new Account(
            id,
            fields.text("name"),
            new Account.Owner(
                "usr_owner_" + id.substring(id.indexOf('_') + 1),
                owner.text("email"),
                owner.text("firstName"),
                owner.text("lastName")),
            fields.flag("claimed", true),
            fields.flag("card", true),
            fields.flag("cardDeclines", false),
            features(fields),
            0,
            0));
    fields.objects("tokens").forEach(token -> token(id, token));
    long cents = fields.whole("creditsCents", 0, MOST_CENTS, 0);
    if (cents > 0) {
      credits.topUp(id, cents, "top_welcome");
    }
  }

  private void token(String account, Fields fields) {
    String secret = fields.text("secret");
    if (!secret.startsWith("ot_pat_") || world.tokens.holds(secret)) {
      throw Refusal.field(fields.name("secret"), "must begin with ot_pat_ and be unique");
    }
    List<String> scopes = fields.maybeTexts("scopes");
    if (scopes != null && !Scope.ALL.containsAll(scopes)) {
      throw Refusal.field(fields.name("scopes"), "must be of " + Scope.ALL);
    }
    world.tokens.put(
        secret,
        new AccessToken(
            fields.text("id"),
            secret,
            account,
            fields.text("name"),
            fields.flag("owner", true),
            List.copyOf(scopes == null ? Scope.ALL : scopes),
            world.now(),
            null,
            null,
            null));
  }

  private static Map<String, Boolean> features(Fields fields) {
    Map<String, Boolean> all =
        new HashMap<>(Feature.ALL.stream().collect(Collectors.toMap(key -> key, key -> true)));
    Fields changed = fields.maybeObject("features");
    if (changed != null) {
      for (String key : changed.names()) {
        if (!Feature.ALL.contains(key)) {
          throw Refusal.field(changed.name(key), "is not a feature");
        }
        all.put(key, changed.flag(key, true));
      }
    }
    return all;
  }
}
