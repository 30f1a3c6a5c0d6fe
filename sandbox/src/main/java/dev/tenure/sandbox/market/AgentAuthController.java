package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Links;
import dev.tenure.sandbox.rules.OAuthRefusal;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.rules.Registrations;
import dev.tenure.sandbox.wire.AgentAuthJson;
import dev.tenure.sandbox.wire.Moment;
import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.MarketClock;
import dev.tenure.sandbox.world.Registration;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Registration, claim, exchange and revocation; outside of /v1 and without its envelope. */
@Controller(AgentAuthController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class AgentAuthController {
  static final String PATH = "/api/agent";

  private final World world;
  private final Registrations registrations;
  private final Bodies bodies;
  private final Links links;

  AgentAuthController(World world, Registrations registrations, Bodies bodies, Links links) {
    this.world = world;
    this.registrations = registrations;
    this.bodies = bodies;
    this.links = links;
  }

  @Post("/identity")
  HttpResponse<Object> register(HttpRequest<byte[]> request) {
    return answer(
        () -> {
          Fields body = bodies.readOrEmpty(request);
          String kind = body.maybeText("identity_type");
          if (kind != null && !kind.equals("anonymous")) {
            throw new OAuthRefusal("unsupported_identity_type", "Only anonymous is supported.");
          }
          return registered(
              registrations.register(
                  body.maybeText("agent_name"), body.maybeText("organization_name")));
        });
  }

  @Post("/identity/claim")
  HttpResponse<Object> claim(HttpRequest<byte[]> request) {
    return answer(
        () -> {
          Fields body = bodies.read(request);
          Registration.Attempt attempt =
              registrations.begin(body.text("claim_token"), Email.in(body, "email"));
          return new AgentAuthJson.Claim(
              attempt.userCode(),
              links.claim() + "?token=" + attempt.token(),
              wallSeconds(Registrations.ATTEMPT),
              wallSeconds(Registrations.POLL_INTERVAL),
              true);
        });
  }

  @Post("/oauth/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<Object> exchange(HttpRequest<Map<String, String>> request) {
    Map<String, String> form = request.getBody().orElse(Map.of());
    String claimToken = form.getOrDefault("claim_token", "");
    return answer(
        () -> {
          if (!form.containsKey("grant_type") || claimToken.isEmpty()) {
            throw new OAuthRefusal("invalid_request", "grant_type and claim_token are needed.");
          }
          if (!Registrations.GRANT.equals(form.get("grant_type"))) {
            throw new OAuthRefusal("unsupported_grant_type", "Use " + Registrations.GRANT + ".");
          }
          // In a transaction of its own: a refusal must not make the sandbox forget the poll.
          if (world.transact(() -> registrations.tooSoon(claimToken))) {
            throw new OAuthRefusal("slow_down", "Wait for the interval between two polls.");
          }
          AccessToken token = world.transact(() -> registrations.exchange(claimToken));
          return new AgentAuthJson.Token(token.secret(), "bearer", token.scopes());
        },
        Supplier::get);
  }

  @Post("/oauth/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<Object> revoke(HttpRequest<Map<String, String>> request) {
    String token = request.getBody().orElse(Map.of()).getOrDefault("token", "");
    return answer(
        () -> {
          if (token.isEmpty()) {
            throw new OAuthRefusal("invalid_request", "token is needed.");
          }
          registrations.revoke(token);
          return new AgentAuthJson.Nothing();
        });
  }

  /** As a client's own clock will count them, and never too few. */
  private long wallSeconds(Duration market) {
    MarketClock clock = world.clock();
    Instant now = clock.now();
    long millis = Duration.between(clock.wall(now), clock.wall(now.plus(market))).toMillis();
    return Math.max(1, Math.ceilDiv(millis, 1_000L));
  }

  private interface Around {
    Object run(Supplier<Object> work);
  }

  private HttpResponse<Object> answer(Supplier<Object> work) {
    return answer(work, world::transact);
  }

  private static HttpResponse<Object> answer(Supplier<Object> work, Around around) {
    try {
      return HttpResponse.ok(around.run(work));
    } catch (OAuthRefusal refusal) {
      return HttpResponse.badRequest(
          new AgentAuthJson.Problem(refusal.error(), String.valueOf(refusal.getMessage())));
    } catch (Refusal refusal) {
      return HttpResponse.badRequest(new AgentAuthJson.Problem("invalid_request", refusal.words()));
    }
  }

  private AgentAuthJson.Registered registered(Registrations.Registered made) {
    return new AgentAuthJson.Registered(
        "anonymous",
        made.registration().id(),
        made.token().secret(),
        "bearer",
        made.token().scopes(),
        made.registration().claimToken(),
        Moment.of(made.registration().expiresAt()),
        links.origin() + PATH + "/identity/claim",
        links.origin() + PATH + "/oauth/token",
        Registrations.GRANT);
  }
}
