package dev.tenure.api.audit;

import dev.tenure.api.access.Scope;
import dev.tenure.api.http.AnswerTypeFilter;
import dev.tenure.api.paging.Cursor;
import dev.tenure.api.paging.Page;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.access.AuditEntries;
import dev.tenure.journal.access.AuditQuery;
import dev.tenure.model.wire.WireName;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Who did what. */
@Controller("/v1/audit")
@Tag(name = "Audit")
@Secured(Scope.Name.ADMIN)
record AuditController(AuditEntries entries, AuditExport export) {

  private static final String CSV = "text/csv";
  private static final String JSON_LINES = "application/x-ndjson";

  /** In what form the list is wanted. */
  private enum Format implements WireName {
    JSON,
    CSV,
    NDJSON
  }

  /** The page as the description tells it: the answer has several forms. */
  @Schema(name = "AuditEntryPage")
  record AuditEntryPage(List<AuditEntryJson> items, @Nullable String next, boolean hasMore) {}

  /**
   * Lists what was commanded and what was done with keys and sessions, the newest first, also what
   * was refused. As CSV or JSON lines the whole list comes at once, and limit does not count.
   *
   * @param hire only what was about this hire
   * @param actor only what was done with the key of this name
   * @param since only what happened at this moment or later
   * @param format json (the default), csv or ndjson; without it, what Accept asks for
   * @param cursor the {@code next} of the page before
   * @param limit how many at most
   * @return A page of entries
   */
  @Get(produces = {MediaType.APPLICATION_JSON, CSV, JSON_LINES})
  @Operation(operationId = "listAudit", summary = "Read or export who did what")
  @ApiResponse(
      responseCode = "200",
      description = "A page of entries, or all of them as lines",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = AuditEntryPage.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = JSON_LINES, schema = @Schema(type = "string"))
      })
  HttpResponse<?> list(
      HttpRequest<?> request,
      @QueryValue @Nullable String hire,
      @QueryValue @Nullable String actor,
      @Parameter(schema = @Schema(type = "string", format = "date-time")) @QueryValue
          @Nullable String since,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"json", "csv", "ndjson"}))
          @QueryValue
          @Nullable String format,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String limit) {
    var parameters = new Parameters();
    var query =
        new AuditQuery(
            hire,
            actor,
            parameters.instant("since", since),
            Cursor.AUDIT.read(parameters, cursor),
            parameters.limit(limit));
    @Nullable Format named = parameters.choice("format", format, Format.class);
    parameters.throwIfAny();
    return switch (named == null ? wanted(request) : named) {
      case JSON ->
          HttpResponse.ok(
              Page.of(
                  entries.list(query),
                  AuditEntryJson::of,
                  entry -> Cursor.AUDIT.write(entry.id())));
      case CSV -> file(export.csv(query), CSV, "audit.csv");
      case NDJSON -> file(export.jsonLines(query), JSON_LINES, "audit.ndjson");
    };
  }

  private static HttpResponse<?> file(Publisher<String> lines, String type, String name) {
    return HttpResponse.<Publisher<String>>ok(lines)
        .contentType(MediaType.of(type + "; charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  private static Format wanted(HttpRequest<?> request) {
    return switch (AnswerTypeFilter.wanted(request).map(MediaType::getName).orElse("")) {
      case CSV -> Format.CSV;
      case JSON_LINES -> Format.NDJSON;
      default -> Format.JSON;
    };
  }
}
