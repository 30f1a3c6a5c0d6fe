package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Tokens;
import dev.tenure.sandbox.wire.TokenJson;
import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The account's tokens; rotation is create, switch, revoke. */
@Controller(Desk.API + "/tokens")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenController {
  private static final int LONGEST_NAME = 120;

  private final Desk desk;
  private final Bodies bodies;
  private final Tokens tokens;
  private final World world;

  TokenController(Desk desk, Bodies bodies, Tokens tokens, World world) {
    this.desk = desk;
    this.bodies = bodies;
    this.tokens = tokens;
    this.world = world;
  }

  @Get
  HttpResponse<Object> list(HttpRequest<?> request) {
    return desk.serve(
        request,
        Gate.TOKENS,
        caller -> Answer.ok(new TokenJson.All(tokens.of(caller).map(this::json).toList())));
  }

  @Post
  HttpResponse<Object> make(HttpRequest<byte[]> request) {
    return desk.serve(
        request,
        Gate.TOKENS,
        caller -> {
          Fields body = bodies.readOrEmpty(request);
          String name = body.maybeText("name", LONGEST_NAME);
          AccessToken made =
              tokens.make(
                  caller,
                  name == null ? "API token" : name,
                  body.maybeTexts("scopes"),
                  body.maybeDate("expiresAt"));
          return Answer.created(new TokenJson.Made(made.secret(), "bearer", json(made)));
        });
  }

  @Delete("/{tokenId}")
  HttpResponse<Object> revoke(HttpRequest<?> request, String tokenId) {
    return desk.serve(
        request,
        Gate.TOKENS,
        caller -> Answer.ok(new TokenJson.One(json(tokens.revoke(caller, tokenId)))));
  }

  private TokenJson json(AccessToken token) {
    return TokenJson.of(token, world.now());
  }
}
