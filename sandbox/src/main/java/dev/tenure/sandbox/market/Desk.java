package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Audit;
import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Links;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.rules.Tokens;
import dev.tenure.sandbox.wire.ErrorJson;
import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where every call of the marketplace's API arrives: it authenticates, checks the gate, runs the
 * work alone in the world, and writes down what came of it.
 */
@Singleton
public class Desk {
  public static final String API = "/api/public/v1";
  private static final String BEARER = "Bearer ";

  private final World world;
  private final Audit audit;
  private final Links links;
  private final Tokens tokens;

  Desk(World world, Audit audit, Links links, Tokens tokens) {
    this.world = world;
    this.audit = audit;
    this.links = links;
    this.tokens = tokens;
  }

  HttpResponse<Object> serve(HttpRequest<?> request, Gate gate, Function<Caller, Answer> work) {
    boolean write = request.getMethod() != HttpMethod.GET;
    try {
      Answer answer =
          world.transact(
              () -> {
                Answer made = work.apply(enter(request, gate));
                if (write) {
                  note(
                      request,
                      made.status(),
                      made.approvalId(),
                      made.repeated() ? "repeated" : "created");
                }
                return made;
              });
      return HttpResponse.status(HttpStatus.valueOf(answer.status())).body(answer.body());
    } catch (Refusal refusal) {
      return refused(request, refusal, write);
    } catch (RuntimeException e) {
      if (write) {
        world.transact(() -> note(request, 500, null, "failed"));
      }
      throw e;
    }
  }

  private HttpResponse<Object> refused(HttpRequest<?> request, Refusal refusal, boolean write) {
    world.transact(
        () -> {
          // What the refused work did was taken back, and with it the note of the token's use.
          AccessToken token = token(request);
          if (token != null) {
            tokens.noteUse(token);
          }
          return write && note(request, refusal.code().status(), null, "refused");
        });
    return HttpResponse.status(HttpStatus.valueOf(refusal.code().status()))
        .body(ErrorJson.of(refusal));
  }

  private Caller enter(HttpRequest<?> request, Gate gate) {
    AccessToken token = token(request);
    if (token == null) {
      throw Refusal.unauthorized();
    }
    tokens.noteUse(token);
    Caller caller = new Caller(world.accounts.get(token.accountId()), token);
    gate.check(caller, links.claim());
    return caller;
  }

  private @Nullable AccessToken token(HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    AccessToken token = world.tokens.find(header.substring(BEARER.length()).strip());
    return token == null || !token.usable(world.now()) ? null : token;
  }

  private boolean note(
      HttpRequest<?> request, int status, @Nullable String approvalId, String outcome) {
    audit.write(
        request.getMethodName(),
        request.getPath().substring(API.length()),
        status,
        approvalId,
        outcome);
    return true;
  }
}
