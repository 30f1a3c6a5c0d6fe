package dev.tenure.api.hires;

import dev.tenure.api.problem.Problem;
import dev.tenure.workflows.MilestoneCommand;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
   * Asks for the release of a milestone.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/milestones/{key}/release", consumes = MediaType.ALL)
  @Operation(
      operationId = "releaseMilestone",
      summary = "Ask for the release of a funded milestone")
  @ApiResponse(
      responseCode = "200",
      description = "Carried out",
      content = @Content(schema = @Schema(implementation = HireJson.class)))
  @ApiResponse(
      responseCode = "4XX",
      description = "A problem",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<HireJson> release(
      String id, String key, @Header("Idempotency-Key") @Nullable String idempotencyKey) {
    return commands.carryOut(id, "release", key, idempotencyKey, new MilestoneCommand(key));
  }

  /**
   * Ends the contract.
   *
   * @param id the hire's id
   * @param idempotencyKey repeats with the same key are carried out once
   */
  @Post(uri = "/end", consumes = MediaType.ALL)
  @Operation(operationId = "endContract", summary = "End the contract")
  @ApiResponse(
      responseCode = "200",
      description = "Carried out",
      content = @Content(schema = @Schema(implementation = HireJson.class)))
  @ApiResponse(
      responseCode = "4XX",
      description = "A problem",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<HireJson> end(
      String id, @Header("Idempotency-Key") @Nullable String idempotencyKey) {
    return commands.carryOut(id, "end", "", idempotencyKey, null);
  }

  /**
   * Answers an open incident.
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
  @ApiResponse(
      responseCode = "200",
      description = "Carried out",
      content = @Content(schema = @Schema(implementation = HireJson.class)))
  @ApiResponse(
      responseCode = "4XX",
      description = "A problem",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<HireJson> resolve(
      String id,
      String incidentId,
      @Body byte @Nullable [] body,
      @Header("Idempotency-Key") @Nullable String idempotencyKey) {
    return commands.resolve(id, incidentId, ResolveRequest.read(body), idempotencyKey);
  }
}
