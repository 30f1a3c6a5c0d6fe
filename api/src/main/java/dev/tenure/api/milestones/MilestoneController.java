package dev.tenure.api.milestones;

import dev.tenure.api.access.Audited;
import dev.tenure.api.access.Scope;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.Commands;
import dev.tenure.api.hires.command.HireChanges;
import dev.tenure.api.hires.command.MilestoneAdditions;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.json.HireResponses;
import dev.tenure.api.hires.json.MilestoneJson;
import dev.tenure.api.hires.request.ChangeRequest.MilestoneTermsRequest;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The milestones of a hire, and the commands about them. */
@Controller("/v1/hires/{id}/milestones")
@Tag(name = "Milestones")
@Secured(Scope.Name.HIRES_WRITE)
record MilestoneController(
    HireResponses responses, Commands commands, MilestoneAdditions additions, HireChanges changes) {

  /**
   * Reads a milestone.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @return The milestone as it stands
   */
  @Secured(Scope.Name.HIRES_READ)
  @Get("/{key}")
  @Operation(operationId = "readMilestone", summary = "Read a milestone of a hire")
  MilestoneJson read(String id, String key) {
    HireView hire = responses.find(id);
    return hire.milestone(key)
        .map(one -> MilestoneJson.of(one, hire.row().terms().policies().release()))
        .orElseThrow(() -> Problems.noMilestone(id, key));
  }

  /**
   * Adds a milestone. Without a key it gets the next free one, without fund it comes after the last
   * milestone.
   *
   * @param id the hire's id
   * @param body the milestone
   * @return Added: the hire as it stands now
   */
  @Audited("add_milestone")
  @Post(consumes = MediaType.APPLICATION_JSON)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "addMilestone", summary = "Add a milestone")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MilestoneRequest.class)))
  HttpResponse<HireJson> add(HttpRequest<?> request, String id, @Body byte @Nullable [] body)
      throws InterruptedException {
    return additions.add(id, body, CommandHeaders.of(request));
  }

  /**
   * Changes the terms of a milestone: of the first one until there is a contract, of a later one
   * until it is created on the marketplace.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @param body the change
   * @return Carried out: the hire as it stands now
   */
  @Audited("change")
  @Patch(
      uri = "/{key}",
      consumes = {MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "changeMilestone",
      summary = "Change the terms of a milestone that is not created yet",
      description = "A JSON merge patch (RFC 7386): what is absent stays, null removes.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MilestoneTermsRequest.class)))
  HttpResponse<HireJson> change(
      HttpRequest<?> request, String id, String key, @Body byte @Nullable [] body)
      throws InterruptedException {
    return changes.changeMilestone(id, key, body, CommandHeaders.of(request));
  }

  /**
   * Gives a milestone up whose funding was not asked for yet. One that was created on the
   * marketplace already stays there, unfunded.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @return Carried out: the hire as it stands now
   */
  @Audited("drop")
  @Delete(uri = "/{key}", consumes = MediaType.ALL)
  @Operation(operationId = "dropMilestone", summary = "Give a milestone up before it is funded")
  HttpResponse<HireJson> drop(HttpRequest<?> request, String id, String key) {
    return commands.milestone(id, "drop-milestone", key, CommandHeaders.of(request));
  }

  /**
   * Asks for the funding of a milestone that is planned on_request, and so waits for this.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @return Carried out: the hire as it stands now
   */
  @Audited("fund")
  @Post(uri = "/{key}/fund", consumes = MediaType.ALL)
  @Operation(operationId = "fundMilestone", summary = "Ask for the funding of a milestone")
  HttpResponse<HireJson> fund(HttpRequest<?> request, String id, String key) {
    return commands.milestone(id, "fund", key, CommandHeaders.of(request));
  }

  /**
   * Asks for the dispute of a delivery that is under review, on OpenContract. A person must approve
   * it, since a bond is at risk.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @return Carried out: the hire as it stands now
   */
  @Audited("dispute")
  @Post(uri = "/{key}/dispute", consumes = MediaType.ALL)
  @Operation(operationId = "disputeMilestone", summary = "Ask for the dispute of a delivery")
  HttpResponse<HireJson> dispute(HttpRequest<?> request, String id, String key) {
    return commands.dispute(id, key, CommandHeaders.of(request));
  }

  /**
   * Asks for the release of a milestone.
   *
   * @param id the hire's id
   * @param key the milestone's key
   * @return Carried out: the hire as it stands now
   */
  @Audited("release")
  @Post(uri = "/{key}/release", consumes = MediaType.ALL)
  @Operation(
      operationId = "releaseMilestone",
      summary = "Ask for the release of a funded milestone")
  HttpResponse<HireJson> release(HttpRequest<?> request, String id, String key) {
    return commands.milestone(id, "release", key, CommandHeaders.of(request));
  }
}
