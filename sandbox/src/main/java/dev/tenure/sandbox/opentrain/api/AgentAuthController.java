package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.AgentAuthJson;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Registration;
import dev.tenure.sandbox.opentrain.request.AgentRequest;
import dev.tenure.sandbox.opentrain.rules.Links;
import dev.tenure.sandbox.opentrain.rules.OAuthRefusal;
import dev.tenure.sandbox.opentrain.rules.account.Registrations;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Registration, claim, exchange and revocation; outside of /v1 and without its envelope. */
@Controller(ApiPath.AGENT)
class AgentAuthController {
  private final World world;
  private final Registrations registrations;
  private final Links links;

  AgentAuthController(World world, Registrations registrations, Links links) {
    this.world = world;
    this.registrations = registrations;
    this.links = links;
  }

  /** Register as an agent. */
  @Post("/identity")
  @Consumes(MediaType.ALL)
  AgentAuthJson.Registered register(@Body AgentRequest.@Nullable Register body) {
    AgentRequest.Register wish = requireNonNullElse(body, AgentRequest.Register.EMPTY);
    String kind = Texts.said(wish.identityType());
    if (kind != null && !kind.equals("anonymous")) {
      throw new OAuthRefusal("unsupported_identity_type", "Only anonymous is supported.");
    }
    return world.transact(
        () ->
            registered(
                registrations.register(
                    Texts.said(wish.agentName()), Texts.said(wish.organizationName()))));
  }

  /** Begin the claim. */
  @Post("/identity/claim")
  @Consumes(MediaType.ALL)
  AgentAuthJson.Claim claim(@Body AgentRequest.BeginClaim body) {
    return world.transact(
        () -> {
          Registration.Attempt attempt =
              registrations.begin(Texts.trimmed(body.claimToken()), body.email());
          return new AgentAuthJson.Claim(
              attempt.userCode(),
              links.claim() + "?token=" + attempt.token(),
              wallSeconds(Registrations.ATTEMPT),
              wallSeconds(Registrations.POLL_INTERVAL),
              true);
        });
  }

  /** Get the token after the claim, once. */
  @Post("/oauth/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  AgentAuthJson.Token exchange(@Body @Valid AgentRequest.Exchange form) {
    if (!Registrations.GRANT.equals(form.grantType())) {
      throw new OAuthRefusal("unsupported_grant_type", "Use " + Registrations.GRANT + ".");
    }
    // In a transaction of its own: a refusal must not make the sandbox forget the poll.
    if (world.transact(() -> registrations.tooSoon(form.claimToken()))) {
      throw new OAuthRefusal("slow_down", "Wait for the interval between two polls.");
    }
    AccessToken token = world.transact(() -> registrations.exchange(form.claimToken()));
    return new AgentAuthJson.Token(token.secret(), "bearer", token.scopes());
  }

  /** Revoke a token. */
  @Post("/oauth/revoke")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  AgentAuthJson.Nothing revoke(@Body @Valid AgentRequest.Revoke form) {
    world.transact(() -> registrations.revoke(form.token()));
    return new AgentAuthJson.Nothing();
  }

  /** As a client's own clock will count them, and never too few. */
  private long wallSeconds(Duration market) {
    MarketClock clock = world.clock();
    Instant now = clock.now();
    long millis = Duration.between(clock.wall(now), clock.wall(now.plus(market))).toMillis();
    return Math.max(1, Math.ceilDiv(millis, 1_000L));
  }

  private AgentAuthJson.Registered registered(Registrations.Registered made) {
    return new AgentAuthJson.Registered(
        "anonymous",
        made.registration().id(),
        made.token().secret(),
        "bearer",
        made.token().scopes(),
        made.registration().claimToken(),
        made.registration().expiresAt(),
        links.origin() + ApiPath.AGENT + "/identity/claim",
        links.origin() + ApiPath.AGENT + "/oauth/token",
        Registrations.GRANT);
  }
}
