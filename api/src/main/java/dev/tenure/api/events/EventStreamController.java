package dev.tenure.api.events;

import dev.tenure.api.access.Scope;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What happens, as it happens. */
@Controller("/v1/events/stream")
@Tag(name = "Events")
@Secured(Scope.Name.HIRES_READ)
record EventStreamController(EventStreams streams) {

  /**
   * Streams events.
   *
   * @param hire only those of this hire
   * @param cursor the position of the event last seen; without it, what happens from now on
   * @param lastEventId the same, as a browser sends it when it reconnects; it counts before the
   *     cursor
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
  @Operation(
      operationId = "streamEvents",
      summary = "Hear what happens, as it happens",
      description =
          "Server-sent events: id is the position, event the type, data the event as JSON. After a"
              + " break, reconnect with Last-Event-ID: nothing is skipped or told twice. At least"
              + " every 15 seconds something comes, if only a comment.")
  @ApiResponse(
      responseCode = "200",
      description = "Events without end",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM,
              schema = @Schema(type = "string", format = "event-stream")))
  HttpResponse<Publisher<Event<String>>> stream(
      @QueryValue @Nullable String hire,
      @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "0")) @QueryValue
          @Nullable String cursor,
      @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "0"))
          @Header(EventStreams.LAST_EVENT_ID)
          @Nullable String lastEventId) {
    return HttpResponse.<Publisher<Event<String>>>ok(streams.open(hire, lastEventId, cursor))
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
