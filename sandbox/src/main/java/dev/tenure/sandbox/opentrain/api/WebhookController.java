package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.WebhookJson;
import dev.tenure.sandbox.opentrain.model.event.Webhook;
import dev.tenure.sandbox.opentrain.request.WebhookRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.rules.event.Webhooks;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.List;

/** Subscriptions; there is no update and no way back from disabled. */
@Controller(ApiPath.V1 + "/webhooks")
@Consumes(MediaType.ALL)
class WebhookController {
  private final Webhooks webhooks;

  WebhookController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** The subscriptions. */
  @Get
  @Gated(Gate.WEBHOOKS)
  WebhookJson.All list(Caller caller) {
    return new WebhookJson.All(webhooks.of(caller).map(WebhookJson::of).toList());
  }

  /** A subscription. */
  @Get("/{webhookId}")
  @Gated(value = Gate.WEBHOOKS, refuses = 404)
  WebhookJson.One read(Caller caller, String webhookId) {
    return new WebhookJson.One(WebhookJson.of(webhooks.see(caller, webhookId)));
  }

  /** Subscribe. */
  @Post
  @Status(HttpStatus.CREATED)
  @Gated(value = Gate.WEBHOOKS, refuses = 409)
  WebhookJson.Made subscribe(Caller caller, @Body WebhookRequest body) {
    List<String> types = body.eventTypes().stream().distinct().toList();
    InvalidRequest.require(
        Feed.SCOPES.keySet().containsAll(types),
        "eventTypes",
        "must be some of " + Feed.SCOPES.keySet());
    Webhook made = webhooks.subscribe(caller, body.url(), types);
    return new WebhookJson.Made(
        WebhookJson.of(made), made.secret(), "Keep the secret: it is shown once.");
  }

  /** Unsubscribe. */
  @Delete("/{webhookId}")
  @Gated(value = Gate.WEBHOOKS, refuses = 404)
  WebhookJson.Deleted delete(Caller caller, String webhookId) {
    return new WebhookJson.Deleted(WebhookJson.of(webhooks.delete(caller, webhookId)), true);
  }
}
