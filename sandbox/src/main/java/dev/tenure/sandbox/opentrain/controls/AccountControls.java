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
import dev.tenure.sandbox.opentrain.model.account.AccountChange;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.Accounts;
import dev.tenure.sandbox.opentrain.rules.account.Tokens;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claim, card, credits, features and the owner token's scopes of an account. */
@Controller("/sandbox/accounts/{id}")
@Consumes(MediaType.ALL)
record AccountControls(World world, Accounts accounts, Tokens tokens) {

  /**
   * An account with its switches.
   *
   * @param scopes those of the owner's token; none when every one of them was revoked
   */
  @Serdeable
  record View(
      String id,
      String name,
      boolean claimed,
      boolean card,
      boolean cardDeclines,
      long creditsCents,
      long reservedCents,
      Map<String, Boolean> features,
      List<String> scopes) {

    static View of(Account account, List<String> scopes) {
      return new View(
          account.id(),
          account.name(),
          account.claimed(),
          account.card(),
          account.cardDeclines(),
          account.availableCents(),
          account.reservedCents(),
          account.features(),
          scopes);
    }
  }

  @Get
  View read(String id) {
    return world.transact(() -> view(id));
  }

  /** Changes what is named and leaves the rest. */
  @Put
  View set(String id, @Body @Nullable AccountChange change) {
    return world.transact(
        () -> {
          accounts.change(id, requireNonNullElse(change, AccountChange.NONE));
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
  TokenJson.Made mint(String id, @Body @Nullable Mint body) {
    Mint mint = requireNonNullElse(body, Mint.PLAIN);
    @Nullable Instant end = IsoTime.of("expiresAt", mint.expiresAt());
    return world.transact(
        () -> {
          AccessToken made =
              tokens.mint(
                  accounts.get(id).id(),
                  requireNonNullElse(Texts.said(mint.name()), "API token"),
                  requireNonNullElse(mint.owner(), true),
                  requireNonNullElse(mint.scopes(), Scope.ALL),
                  end);
          return new TokenJson.Made(made.secret(), "bearer", TokenJson.of(made, world.now()));
        });
  }

  private View view(String id) {
    return View.of(
        accounts.get(id), world.ownersToken(id).map(AccessToken::scopes).orElse(List.of()));
  }
}
