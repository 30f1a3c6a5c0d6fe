package dev.tenure.api.hires;

import dev.tenure.api.access.Audited;
import dev.tenure.api.access.Scope;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.Commands;
import dev.tenure.api.hires.command.IncidentResolutions;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.request.ResolveRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Commands to a hire. Each is carried out once per Idempotency-Key. */
@Controller("/v1/hires/{id}")
@Tag(name = "Commands")
@Secured(Scope.Name.HIRES_WRITE)
record CommandController(Commands commands, IncidentResolutions resolutions) {

  /**
   * Asks nothing new of people until it is resumed; what was asked is still read.
   *
   * @param id the hire's id
   * @return Carried out: the hire as it stands now
   */
  @Audited("pause")
  @Post(uri = "/pause", consumes = MediaType.ALL)
  @Operation(operationId = "pauseHire", summary = "Ask nothing new of people for now")
  HttpResponse<HireJson> pause(HttpRequest<?> request, String id) {
    return commands.whole(id, "pause", CommandHeaders.of(request));
  }

  /**
   * Goes on after a pause.
   *
   * @param id the hire's id
   * @return Carried out: the hire as it stands now
   */
  @Audited("resume")
  @Post(uri = "/resume", consumes = MediaType.ALL)
  @Operation(operationId = "resumeHire", summary = "Go on after a pause")
  HttpResponse<HireJson> resume(HttpRequest<?> request, String id) {
    return commands.whole(id, "resume", CommandHeaders.of(request));
  }

  /**
   * Stops a hire that has no contract yet. A pending approval cannot be recalled: the hire stays
   * {@code cancelling} until it is final, and what a person confirms all the same is unwound.
   *
   * @param id the hire's id
   * @return Carried out: the hire as it stands now
   */
  @Audited("cancel")
  @Post(uri = "/cancel", consumes = MediaType.ALL)
  @Operation(operationId = "cancelHire", summary = "Stop a hire that has no contract yet")
  HttpResponse<HireJson> cancel(HttpRequest<?> request, String id) {
    return commands.whole(id, "cancel", CommandHeaders.of(request));
  }

  /**
   * Ends the contract.
   *
   * @param id the hire's id
   * @return Carried out: the hire as it stands now
   */
  @Audited("end")
  @Post(uri = "/end", consumes = MediaType.ALL)
  @Operation(operationId = "endContract", summary = "End the contract")
  HttpResponse<HireJson> end(HttpRequest<?> request, String id) {
    return commands.whole(id, "end", CommandHeaders.of(request));
  }

  /**
   * Answers an open incident with one of its actions.
   *
   * @param id the hire's id
   * @param incidentId the incident's id
   * @param body the answer
   * @return Carried out: the hire as it stands now
   */
  @Audited("resolve")
  @Post(uri = "/incidents/{incidentId}/resolve", consumes = MediaType.APPLICATION_JSON)
  @Operation(operationId = "resolveIncident", summary = "Answer an open incident")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ResolveRequest.class)))
  HttpResponse<HireJson> resolve(
      HttpRequest<?> request, String id, String incidentId, @Body byte @Nullable [] body) {
    return resolutions.resolve(id, incidentId, body, CommandHeaders.of(request));
  }
}
