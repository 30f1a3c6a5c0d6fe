package dev.tenure.sandbox.market;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.ApiPath;
import dev.tenure.sandbox.request.TokenRequest;
import dev.tenure.sandbox.rules.Tokens;
import dev.tenure.sandbox.wire.TokenJson;
import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.World;
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
  private final Desk desk;
  private final Tokens tokens;
  private final World world;

  TokenController(Desk desk, Tokens tokens, World world) {
    this.desk = desk;
    this.tokens = tokens;
    this.world = world;
  }

  /** The account's tokens. */
  @Get
  @Gated(Gate.TOKENS)
  HttpResponse<TokenJson.All> list(HttpRequest<?> request) {
    return desk.ok(
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
    return desk.created(
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
    return desk.ok(request, caller -> new TokenJson.One(json(tokens.revoke(caller, tokenId))));
  }

  private TokenJson json(AccessToken token) {
    return TokenJson.of(token, world.now());
  }
}
