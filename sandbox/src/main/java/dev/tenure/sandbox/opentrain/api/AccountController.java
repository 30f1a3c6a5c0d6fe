package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.http.IssueList;
import dev.tenure.sandbox.opentrain.json.CapabilitiesJson;
import dev.tenure.sandbox.opentrain.json.MeJson;
import dev.tenure.sandbox.opentrain.json.TeamJson;
import dev.tenure.sandbox.opentrain.json.TokenJson;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.request.TeamInviteRequest;
import dev.tenure.sandbox.opentrain.request.TokenRequest;
import dev.tenure.sandbox.opentrain.rules.Accounts;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.account.Tokens;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import org.jspecify.annotations.Nullable;

/** Who calls, what the account may do, its tokens and its people. */
@Controller(ApiPath.V1)
@Consumes(MediaType.ALL)
class AccountController {
  private final Tokens tokens;
  private final Accounts accounts;
  private final World world;

  AccountController(Tokens tokens, Accounts accounts, World world) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.world = world;
  }

  /** Who calls. */
  @Get("/auth/me")
  @Gated(Gate.ME)
  MeJson me(Caller caller) {
    return MeJson.of(caller);
  }

  /** What the account may do. */
  @Get("/job-drafts/capabilities")
  @Gated(Gate.CAPABILITIES)
  CapabilitiesJson capabilities(Caller caller) {
    return CapabilitiesJson.of(caller.account());
  }

  /** The account's tokens. */
  @Get("/tokens")
  @Gated(Gate.TOKENS)
  TokenJson.All list(Caller caller) {
    return new TokenJson.All(tokens.of(caller).map(this::json).toList());
  }

  /** Make a token. */
  @Post("/tokens")
  @Status(HttpStatus.CREATED)
  @Gated(
      value = Gate.TOKENS,
      refuses = {403, 409})
  TokenJson.Made make(Caller caller, @Body @Nullable TokenRequest body) {
    TokenRequest wish = requireNonNullElse(body, TokenRequest.EMPTY);
    AccessToken made = tokens.make(caller, wish.label(), wish.scopes(), wish.end());
    return new TokenJson.Made(made.secret(), "bearer", json(made));
  }

  /** Revoke a token. */
  @Delete("/tokens/{tokenId}")
  @Gated(value = Gate.TOKENS, refuses = 404)
  TokenJson.One revoke(Caller caller, String tokenId) {
    return new TokenJson.One(json(tokens.revoke(caller, tokenId)));
  }

  private TokenJson json(AccessToken token) {
    return TokenJson.of(token, world.now());
  }

  /** The account's people. */
  @Get("/team")
  @Gated(Gate.READ_TEAM)
  TeamJson.One read(Caller caller) {
    return new TeamJson.One(json(caller));
  }

  /** Invite somebody. */
  @Post("/team/invites")
  @Gated(Gate.INVITE_TO_TEAM)
  @IssueList
  TeamJson.Invited invite(Caller caller, @Body TeamInviteRequest body) {
    String status = accounts.invite(caller, body.email());
    return new TeamJson.Invited(true, status, body.email(), json(caller));
  }

  private TeamJson json(Caller caller) {
    return TeamJson.of(caller.account(), accounts.invites(caller));
  }
}
