package dev.tenure.api.hires;

import dev.tenure.api.access.Audited;
import dev.tenure.api.access.Scope;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.HireChanges;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.json.HireMapper;
import dev.tenure.api.hires.json.HireResponses;
import dev.tenure.api.hires.json.HireResponses.TaggedHire;
import dev.tenure.api.hires.request.ChangeRequest;
import dev.tenure.api.hires.request.HireRequest;
import dev.tenure.api.paging.Cursor;
import dev.tenure.api.paging.Page;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.read.HireQuery;
import dev.tenure.journal.read.Hires;
import dev.tenure.model.hire.HireStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Making and reading hires. */
@Controller("/v1/hires")
@Tag(name = "Hires")
@Secured(Scope.Name.HIRES_READ)
record HireController(
    HireCreator creator,
    Hires hires,
    HireMapper mapper,
    HireResponses responses,
    LongPoll longPoll,
    HireChanges changes) {

  /**
   * Makes a hire.
   *
   * @param body the hire
   * @param prefer wait=N (up to 30) holds the answer until there is a link to show
   * @return Made: it is recorded, and will be carried out
   */
  @Secured(Scope.Name.HIRES_WRITE)
  @Audited(HireCreator.ACTION)
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
  @Status(HttpStatus.CREATED)
  HttpResponse<HireJson> make(
      HttpRequest<?> request,
      @Body byte @Nullable [] body,
      @Header("Prefer") @Nullable String prefer)
      throws InterruptedException {
    return creator.make(request, body, prefer);
  }

  /**
   * Reads a hire.
   *
   * @param id the hire's id
   * @param ifNoneMatch the ETag last seen: answers 304 as long as the hire is the same
   * @param prefer wait=N (up to 30), with If-None-Match: holds the answer until the hire differs,
   *     at most N seconds
   * @return The hire
   */
  @Get("/{id}")
  @Operation(operationId = "readHire", summary = "Read a hire, or wait until it changes")
  HttpResponse<HireJson> read(
      String id,
      @Header("If-None-Match") @Nullable String ifNoneMatch,
      @Header("Prefer") @Nullable String prefer)
      throws InterruptedException {
    Optional<Preference> wait = ifNoneMatch == null ? Optional.empty() : Preference.wait(prefer);
    TaggedHire hire =
        wait.isEmpty()
            ? responses.of(id)
            : longPoll.await(
                id,
                wait.get().longest(),
                () -> responses.of(id),
                seen -> !seen.tag().among(ifNoneMatch));
    MutableHttpResponse<HireJson> response =
        hire.tag().among(ifNoneMatch) ? hire.notModified() : hire.ok();
    wait.ifPresent(applied -> response.header(Preference.APPLIED, applied.text()));
    return response;
  }

  /**
   * Changes what the requester decides: budget, policies, labels, reference, and, as long as there
   * is no contract, the terms of the first milestone.
   *
   * @param id the hire's id
   * @param body the change
   * @return Carried out: the hire as it stands now
   */
  @Secured(Scope.Name.HIRES_WRITE)
  @Audited("change")
  @Patch(
      uri = "/{id}",
      consumes = {MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "changeHire",
      summary = "Change what the requester decides",
      description = "A JSON merge patch (RFC 7386): what is absent stays, null removes.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
  HttpResponse<HireJson> change(HttpRequest<?> request, String id, @Body byte @Nullable [] body)
      throws InterruptedException {
    return changes.change(id, body, CommandHeaders.of(request));
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
   * @param limit how many at most
   * @return A page of hires
   */
  @Get
  @Operation(operationId = "listHires", summary = "List hires, the newest first")
  Page<HireJson> list(
      @Parameter(schema = @Schema(implementation = HireStatus.class)) @QueryValue
          @Nullable String status,
      @QueryValue @Nullable String account,
      @QueryValue @Nullable String proposalId,
      @QueryValue @Nullable String contractId,
      @QueryValue @Nullable String externalRef,
      @Parameter(array = @ArraySchema(schema = @Schema(type = "string", pattern = "^[^:]+:")))
          @QueryValue
          @Nullable List<String> label,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String limit) {
    var parameters = new Parameters();
    var query =
        new HireQuery(
            parameters.choice("status", status, HireStatus.class),
            account,
            proposalId,
            contractId,
            externalRef,
            labels(parameters, label),
            Cursor.HIRES.read(parameters, cursor),
            parameters.limit(limit));
    parameters.throwIfAny();
    return Page.of(hires.list(query), mapper::of, hire -> Cursor.HIRES.write(hire.row().seq()));
  }

  private static Map<String, String> labels(Parameters parameters, @Nullable List<String> labels) {
    Map<String, String> read = new HashMap<>();
    for (String label : labels == null ? List.<String>of() : labels) {
      int colon = label.indexOf(':');
      if (colon < 1) {
        parameters.wrong("label", "label must be key:value.");
        continue;
      }
      String value = label.substring(colon + 1);
      if (!read.merge(label.substring(0, colon), value, (one, other) -> one).equals(value)) {
        parameters.wrong("label", "A hire has one label of each key; no two values of it.");
      }
    }
    return read;
  }
}
