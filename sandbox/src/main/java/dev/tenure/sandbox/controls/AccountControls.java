package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.rules.Credits;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.rules.Tokens;
import dev.tenure.sandbox.wire.TokenJson;
import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.Feature;
import dev.tenure.sandbox.world.Scope;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Claim, card, credits, features and the owner token's scopes of an account. */
@Controller("/sandbox/accounts/{id}")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountControls {
  private static final long MOST_CENTS = 100_000_000_000L;

  private final World world;
  private final Credits credits;
  private final Tokens tokens;
  private final Bodies bodies;

  AccountControls(World world, Credits credits, Tokens tokens, Bodies bodies) {
    this.world = world;
    this.credits = credits;
    this.tokens = tokens;
    this.bodies = bodies;
  }

  @Get
  AccountView read(String id) {
    return world.transact(() -> view(id));
  }

  /** Changes what is named and leaves the rest. */
  @Put
  AccountView set(String id, HttpRequest<byte[]> request) {
    return world.transact(
        () ->
            bodies.strict(
                request,
                fields -> {
                  change(account(id), fields);
                  return view(id);
                }));
  }

  /** A person mints a token in the app; the secret is shown here only. */
  @Post("/tokens")
  @Status(HttpStatus.CREATED)
  TokenJson.Made mint(String id, HttpRequest<byte[]> request) {
    return world.transact(
        () ->
            bodies.strict(
                request,
                fields -> {
                  String name = fields.maybeText("name");
                  List<String> scopes = fields.maybeTexts("scopes");
                  AccessToken made =
                      tokens.mint(
                          account(id).id(),
                          name == null ? "API token" : name,
                          fields.flag("owner", true),
                          scopes == null ? List.copyOf(Scope.ALL) : scopes,
                          fields.maybeDate("expiresAt"));
                  return new TokenJson.Made(
                      made.secret(), "bearer", TokenJson.of(made, world.now()));
                }));
  }

  private void change(Account account, Fields fields) {
    world.accounts.put(
        account.id(),
        account
            .set(
                fields.flag("claimed", account.claimed()),
                fields.flag("card", account.card()),
                fields.flag("cardDeclines", account.cardDeclines()))
            .switching(features(fields)));
    credits.adjustTo(
        account.id(), fields.whole("creditsCents", 0, MOST_CENTS, account.availableCents()));
    List<String> scopes = fields.maybeTexts("scopes");
    if (scopes != null) {
      if (!Scope.ALL.containsAll(scopes)) {
        throw Refusal.field("scopes", "must be of " + Scope.ALL);
      }
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

  private static Map<String, Boolean> features(Fields fields) {
    Map<String, Boolean> changed = new HashMap<>();
    Fields features = fields.maybeObject("features");
    if (features != null) {
      for (String key : features.names()) {
        if (!Feature.ALL.contains(key)) {
          throw Refusal.field("features." + key, "is not a feature");
        }
        changed.put(key, features.flag(key, false));
      }
    }
    return changed;
  }

  private AccountView view(String id) {
    return AccountView.of(
        account(id), world.ownersToken(id).map(AccessToken::scopes).orElse(List.of()));
  }

  private Account account(String id) {
    Account account = world.accounts.find(id);
    if (account == null) {
      throw Refusal.missing("accounts", "accountId", id);
    }
    return account;
  }
}
