package dev.tenure.api.hires;

import dev.tenure.api.hires.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.BodyProblems;
import dev.tenure.api.problem.CommandProblems;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Commands about the milestones of a hire. Each is carried out once per Idempotency-Key. */
@Controller("/v1/hires/{id}/milestones")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Milestones")
final class MilestoneController {

  private final Commands commands;

  MilestoneController(Commands commands) {
    this.commands = commands;
  }

  /**
   * Adds a milestone. Without a key it gets the next free one, without fund it comes after the last
   * milestone.
   *
   * @param id the hire's id
   * @param body the milestone
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(consumes = MediaType.APPLICATION_JSON)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "addMilestone", summary = "Add a milestone")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MilestoneRequest.class)))
  @CreatedAnswer
  @BodyProblems
  HttpResponse<HireJson> add(
      String id,
      @Body byte @Nullable [] body,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey)
      throws InterruptedException {
    return commands.add(id, body, idempotencyKey);
  }

  /**
   * Gives a milestone up whose funding was not asked for yet. One that was created on the
   * marketplace already stays there, unfunded.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Delete(uri = "/{key}", consumes = MediaType.ALL)
  @Operation(operationId = "dropMilestone", summary = "Give a milestone up before it is funded")
  @CommandAnswer
  @CommandProblems
  HttpResponse<HireJson> drop(
      String id,
      String key,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey) {
    return commands.milestone(id, "drop-milestone", key, idempotencyKey);
  }

  /**
   * Asks for the funding of a milestone that is planned on_request, and so waits for this.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/{key}/fund", consumes = MediaType.ALL)
  @Operation(operationId = "fundMilestone", summary = "Ask for the funding of a milestone")
  @CommandAnswer
  @CommandProblems
  HttpResponse<HireJson> fund(
      String id,
      String key,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey) {
    return commands.milestone(id, "fund", key, idempotencyKey);
  }

  /**
   * Asks for the release of a milestone.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/{key}/release", consumes = MediaType.ALL)
  @Operation(
      operationId = "releaseMilestone",
      summary = "Ask for the release of a funded milestone")
  @CommandAnswer
  @CommandProblems
  HttpResponse<HireJson> release(
      String id,
      String key,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey) {
    return commands.milestone(id, "release", key, idempotencyKey);
  }
}
