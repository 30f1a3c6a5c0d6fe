package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.rules.Conversations;
import dev.tenure.sandbox.rules.TopUps;
import dev.tenure.sandbox.wire.MessageJson;
import dev.tenure.sandbox.wire.TopUpJson;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** A trainer writes; a person pays for a top-up. */
@Controller("/sandbox")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class TrainerControls {
  private final World world;
  private final Conversations conversations;
  private final TopUps topUps;
  private final Bodies bodies;

  TrainerControls(World world, Conversations conversations, TopUps topUps, Bodies bodies) {
    this.world = world;
    this.conversations = conversations;
    this.topUps = topUps;
    this.bodies = bodies;
  }

  @Post("/conversations/{id}/messages")
  MessageJson.Sent write(HttpRequest<byte[]> request, String id) {
    String content = bodies.strict(request, body -> body.text("content"));
    return new MessageJson.Sent(
        true, MessageJson.of(world.transact(() -> conversations.hear(id, content))));
  }

  @Post("/top-ups/{id}/complete")
  TopUpJson.One complete(String id) {
    return new TopUpJson.One(TopUpJson.of(world.transact(() -> topUps.complete(id))));
  }
}
