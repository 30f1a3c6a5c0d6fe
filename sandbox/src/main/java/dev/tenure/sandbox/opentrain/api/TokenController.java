package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.account.TokenJson;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.request.TokenRequest;
import dev.tenure.sandbox.opentrain.rules.account.Tokens;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The account's tokens; rotation is create, switch, revoke. */
@Controller(ApiPath.V1 + "/tokens")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenController {
  private final ApiCalls calls;
  private final Tokens tokens;
  private final World world;

  TokenController(ApiCalls calls, Tokens tokens, World world) {
    this.calls = calls;
    this.tokens = tokens;
    this.world = world;
  }

  /** The account's tokens. */
  @Get
  @Gated(Gate.TOKENS)
  HttpResponse<TokenJson.All> list(HttpRequest<?> request) {
    return calls.ok(
        request, caller -> new TokenJson.All(tokens.of(caller).map(this::json).toList()));
  }

  /** Make a token. */
  @Post
  @Status(HttpStatus.CREATED)
  @Gated(
      value = Gate.TOKENS,
      refuses = {403, 409})
  HttpResponse<TokenJson.Made> make(
      HttpRequest<?> request, @Body @Nullable @Valid TokenRequest body) {
    TokenRequest wish = requireNonNullElse(body, TokenRequest.EMPTY);
    @Nullable Instant end = wish.end();
    return calls.created(
        request,
        caller -> {
          AccessToken made = tokens.make(caller, wish.label(), wish.scopes(), end);
          return new TokenJson.Made(made.secret(), "bearer", json(made));
        });
  }

  /** Revoke a token. */
  @Delete("/{tokenId}")
  @Gated(value = Gate.TOKENS, refuses = 404)
  HttpResponse<TokenJson.One> revoke(HttpRequest<?> request, String tokenId) {
    return calls.ok(request, caller -> new TokenJson.One(json(tokens.revoke(caller, tokenId))));
  }

  private TokenJson json(AccessToken token) {
    return TokenJson.of(token, world.now());
  }
}
