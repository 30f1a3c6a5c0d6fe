package dev.tenure.sandbox.opentrain.controls;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.json.job.MessageJson;
import dev.tenure.sandbox.opentrain.json.money.TopUpJson;
import dev.tenure.sandbox.opentrain.request.Limits;
import dev.tenure.sandbox.opentrain.rules.contract.Conversations;
import dev.tenure.sandbox.opentrain.rules.money.TopUps;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A trainer writes; a person pays for a top-up. */
@Controller("/sandbox")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class TrainerControls {
  private final World world;
  private final Conversations conversations;
  private final TopUps topUps;

  TrainerControls(World world, Conversations conversations, TopUps topUps) {
    this.world = world;
    this.conversations = conversations;
    this.topUps = topUps;
  }

  /** {@code {"content": "…"}}. */
  @Serdeable
  @Strict
  record Content(
      @NotNull(message = Limits.REQUIRED)
          @Pattern(regexp = Texts.SAID, message = Limits.REQUIRED)
          @Size(max = Limits.TEXT, message = Limits.TOO_LONG)
          String content)
      implements RequestBody {}

  @Post("/conversations/{id}/messages")
  MessageJson.Sent write(String id, @Body @Valid Content body) {
    String content = Texts.trimmed(body.content());
    return new MessageJson.Sent(
        true, MessageJson.of(world.transact(() -> conversations.hear(id, content))));
  }

  @Post("/top-ups/{id}/complete")
  TopUpJson.One complete(String id) {
    return new TopUpJson.One(TopUpJson.of(world.transact(() -> topUps.complete(id))));
  }
}
