package dev.tenure.api.hires;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.HireView;
import dev.tenure.journal.Hires;
import dev.tenure.journal.Slice;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Making and reading hires. */
@Controller("/v1/hires")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Hires")
final class HireController {

  private final HireMaking making;
  private final Hires hires;
  private final HireAnswers answers;
  private final HireSearchReader searches;

  HireController(HireMaking making, Hires hires, HireAnswers answers, HireSearchReader searches) {
    this.making = making;
    this.hires = hires;
    this.answers = answers;
    this.searches = searches;
  }

  /**
   * Makes a hire.
   *
   * @param body the hire
   * @param prefer wait=N (up to 30) holds the answer until there is a link to show
   */
  @Post(consumes = MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "makeHire",
      summary = "Make a hire",
      description =
          "One hire for each account and proposal: the same request again answers 200 with the"
              + " living hire, another one 409 with the differences.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = HireRequest.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = HireJson.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It existed already, with the same meaning",
      content = @Content(schema = @Schema(implementation = HireJson.class)))
  @ApiResponse(
      responseCode = "4XX",
      description = "A problem",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<HireJson> make(
      @Body byte @Nullable [] body, @Header("Prefer") @Nullable String prefer)
      throws InterruptedException {
    return making.make(body, prefer);
  }

  /**
   * Reads a hire.
   *
   * @param id the hire's id
   */
  @Get("/{id}")
  @Operation(operationId = "readHire", summary = "Read a hire")
  @ApiResponse(
      responseCode = "200",
      description = "The hire",
      content = @Content(schema = @Schema(implementation = HireJson.class)))
  @ApiResponse(
      responseCode = "4XX",
      description = "A problem",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HireJson read(String id) {
    return answers.of(
        hires
            .find(id)
            .orElseThrow(
                () -> Problems.notFound("hire_not_found", "There is no hire " + id + ".")));
  }

  /**
   * Lists hires, the newest first.
   *
   * @param status only hires of this status
   * @param account only hires of this account
   * @param proposalId only hires of this proposal
   * @param contractId only the hire of this contract
   * @param externalRef only hires with this reference
   * @param label only hires with this label, as key:value; may be given several times
   * @param cursor the {@code next} of the page before
   * @param limit how many at most, up to 200
   */
  @Get
  @Operation(operationId = "listHires", summary = "List hires, the newest first")
  @ApiResponse(
      responseCode = "200",
      description = "A page of hires",
      content = @Content(schema = @Schema(implementation = HirePage.class)))
  @ApiResponse(
      responseCode = "4XX",
      description = "A problem",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HirePage list(
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String account,
      @QueryValue @Nullable String proposalId,
      @QueryValue @Nullable String contractId,
      @QueryValue @Nullable String externalRef,
      @QueryValue @Nullable List<String> label,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String limit) {
    Slice<HireView> slice =
        hires.list(
            searches.read(
                status, account, proposalId, contractId, externalRef, label, cursor, limit));
    String next = slice.more() ? Cursors.hire(slice.items().getLast().row().seq()) : null;
    return new HirePage(slice.items().stream().map(answers::of).toList(), next, slice.more());
  }
}
