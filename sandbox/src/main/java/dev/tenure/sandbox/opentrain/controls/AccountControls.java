package dev.tenure.sandbox.opentrain.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.json.TokenJson;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.account.Tokens;
import dev.tenure.sandbox.opentrain.rules.money.Credits;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claim, card, credits, features and the owner token's scopes of an account. */
@Controller("/sandbox/accounts/{id}")
@Consumes(MediaType.ALL)
class AccountControls {
  private static final long MOST_CENTS = 100_000_000_000L;

  private final World world;
  private final Credits credits;
  private final Tokens tokens;

  AccountControls(World world, Credits credits, Tokens tokens) {
    this.world = world;
    this.credits = credits;
    this.tokens = tokens;
  }

  @Get
  AccountView read(String id) {
    return world.transact(() -> view(id));
  }

  /**
   * What is to change about an account; what is null stays as it is.
   *
   * @param scopes of the owner's token
   */
  @Serdeable
  @Strict
  record Change(
      @Nullable Boolean claimed,
      @Nullable Boolean card,
      @Nullable Boolean cardDeclines,
      @Nullable @Min(0) @Max(MOST_CENTS) Long creditsCents,
      @Nullable Map<String, Boolean> features,
      @Nullable List<String> scopes)
      implements RequestBody {
    static final Change NONE = new Change(null, null, null, null, null, null);

    private Map<String, Boolean> knownFeatures() {
      Map<String, Boolean> named = requireNonNullElse(features, Map.of());
      named.keySet().stream()
          .filter(key -> !Feature.ALL.contains(key))
          .findFirst()
          .ifPresent(
              key -> {
                throw Refusal.field("features." + key, "is not a feature");
              });
      return named;
    }
  }

  /** Changes what is named and leaves the rest. */
  @Put
  AccountView set(String id, @Body @Nullable @Valid Change change) {
    return world.transact(
        () -> {
          change(account(id), requireNonNullElse(change, Change.NONE));
          return view(id);
        });
  }

  /** A token that a person mints. */
  @Serdeable
  @Strict
  record Mint(
      @Nullable @Text String name,
      @Nullable Boolean owner,
      @Nullable List<String> scopes,
      @Nullable @Date String expiresAt)
      implements RequestBody {
    static final Mint PLAIN = new Mint(null, null, null, null);
  }

  /** A person mints a token in the app; the secret is shown here only. */
  @Post("/tokens")
  @Status(HttpStatus.CREATED)
  TokenJson.Made mint(String id, @Body @Nullable @Valid Mint body) {
    Mint mint = requireNonNullElse(body, Mint.PLAIN);
    @Nullable Instant end = IsoTime.of("expiresAt", mint.expiresAt());
    return world.transact(
        () -> {
          AccessToken made =
              tokens.mint(
                  account(id).id(),
                  requireNonNullElse(Texts.said(mint.name()), "API token"),
                  requireNonNullElse(mint.owner(), true),
                  requireNonNullElse(mint.scopes(), Scope.ALL),
                  end);
          return new TokenJson.Made(made.secret(), "bearer", TokenJson.of(made, world.now()));
        });
  }

  private void change(Account account, Change change) {
    world.accounts.put(
        account.id(),
        account
            .set(
                requireNonNullElse(change.claimed(), account.claimed()),
                requireNonNullElse(change.card(), account.card()),
                requireNonNullElse(change.cardDeclines(), account.cardDeclines()))
            .switching(change.knownFeatures()));
    credits.adjustTo(
        account.id(), requireNonNullElse(change.creditsCents(), account.availableCents()));
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

  private AccountView view(String id) {
    return AccountView.of(
        account(id), world.ownersToken(id).map(AccessToken::scopes).orElse(List.of()));
  }

  private Account account(String id) {
    return Refusal.found(world.accounts.find(id), "accounts", "accountId", id);
  }
}
