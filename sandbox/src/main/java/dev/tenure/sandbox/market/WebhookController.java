package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Feed;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.rules.Webhooks;
import dev.tenure.sandbox.wire.WebhookJson;
import dev.tenure.sandbox.world.Webhook;
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
import java.util.List;

/** Subscriptions; there is no update and no way back from disabled. */
@Controller(Desk.API + "/webhooks")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class WebhookController {
  private final Desk desk;
  private final Bodies bodies;
  private final Webhooks webhooks;

  WebhookController(Desk desk, Bodies bodies, Webhooks webhooks) {
    this.desk = desk;
    this.bodies = bodies;
    this.webhooks = webhooks;
  }

  @Get
  HttpResponse<Object> list(HttpRequest<?> request) {
    return desk.serve(
        request,
        Gate.WEBHOOKS,
        caller ->
            Answer.ok(new WebhookJson.All(webhooks.of(caller).map(WebhookJson::of).toList())));
  }

  @Get("/{webhookId}")
  HttpResponse<Object> read(HttpRequest<?> request, String webhookId) {
    return desk.serve(
        request,
        Gate.WEBHOOKS,
        caller -> Answer.ok(new WebhookJson.One(WebhookJson.of(webhooks.see(caller, webhookId)))));
  }

  @Post
  HttpResponse<Object> subscribe(HttpRequest<byte[]> request) {
    return desk.serve(
        request,
        Gate.WEBHOOKS,
        caller -> {
          Fields body = bodies.read(request);
          Webhook made = webhooks.subscribe(caller, WebhookUrl.in(body, "url"), eventTypes(body));
          return Answer.created(
              new WebhookJson.Made(
                  WebhookJson.of(made), made.secret(), "Keep the secret: it is shown once."));
        });
  }

  @Delete("/{webhookId}")
  HttpResponse<Object> delete(HttpRequest<?> request, String webhookId) {
    return desk.serve(
        request,
        Gate.WEBHOOKS,
        caller ->
            Answer.ok(
                new WebhookJson.Deleted(WebhookJson.of(webhooks.delete(caller, webhookId)), true)));
  }

  private static List<String> eventTypes(Fields body) {
    List<String> types = body.maybeTexts("eventTypes");
    if (types == null || types.isEmpty() || !Feed.SCOPES.keySet().containsAll(types)) {
      throw Refusal.field("eventTypes", "must be some of " + Feed.SCOPES.keySet());
    }
    return types.stream().distinct().toList();
  }
}
