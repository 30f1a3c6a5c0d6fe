package dev.tenure.api.hires;

import dev.tenure.api.problem.BodyProblems;
import dev.tenure.api.problem.CommandProblems;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Commands to a hire. Each is carried out once per Idempotency-Key. */
@Controller("/v1/hires/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Commands")
final class CommandController {

  private final Commands commands;

  CommandController(Commands commands) {
    this.commands = commands;
  }

  /**
   * Asks nothing new of people until it is resumed; what was asked is still read.
   *
   * @param id the hire's id
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/pause", consumes = MediaType.ALL)
  @Operation(operationId = "pauseHire", summary = "Ask nothing new of people for now")
  @CommandAnswer
  @CommandProblems
  HttpResponse<HireJson> pause(
      String id,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey) {
    return commands.whole(id, "pause", idempotencyKey);
  }

  /**
   * Goes on after a pause.
   *
   * @param id the hire's id
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/resume", consumes = MediaType.ALL)
  @Operation(operationId = "resumeHire", summary = "Go on after a pause")
  @CommandAnswer
  @CommandProblems
  HttpResponse<HireJson> resume(
      String id,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey) {
    return commands.whole(id, "resume", idempotencyKey);
  }

  /**
   * Stops a hire that has no contract yet. A pending approval cannot be recalled: the hire stays
   * {@code cancelling} until it is final, and what a person confirms all the same is unwound.
   *
   * @param id the hire's id
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/cancel", consumes = MediaType.ALL)
  @Operation(operationId = "cancelHire", summary = "Stop a hire that has no contract yet")
  @CommandAnswer
  @CommandProblems
  HttpResponse<HireJson> cancel(
      String id,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey) {
    return commands.whole(id, "cancel", idempotencyKey);
  }

  /**
   * Ends the contract.
   *
   * @param id the hire's id
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/end", consumes = MediaType.ALL)
  @Operation(operationId = "endContract", summary = "End the contract")
  @CommandAnswer
  @CommandProblems
  HttpResponse<HireJson> end(
      String id,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey) {
    return commands.whole(id, "end", idempotencyKey);
  }

  /**
   * Answers an open incident with one of its actions.
   *
   * @param id the hire's id
   * @param incidentId the incident's id
   * @param body the answer
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/incidents/{incidentId}/resolve", consumes = MediaType.APPLICATION_JSON)
  @Operation(operationId = "resolveIncident", summary = "Answer an open incident")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ResolveRequest.class)))
  @CommandAnswer
  @BodyProblems
  HttpResponse<HireJson> resolve(
      String id,
      String incidentId,
      @Body byte @Nullable [] body,
      @Parameter(schema = @Schema(pattern = CommandKey.PATTERN)) @Header("Idempotency-Key")
          @Nullable String idempotencyKey) {
    return commands.resolve(id, incidentId, ResolveRequest.read(body), idempotencyKey);
  }
}
