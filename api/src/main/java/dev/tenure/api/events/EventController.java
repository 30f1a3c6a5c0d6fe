package dev.tenure.api.events;

import dev.tenure.api.access.Scope;
import dev.tenure.api.links.PublicAddress;
import dev.tenure.api.paging.Page;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.store.Slice;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that happened, in order, without gaps that are filled later. */
@Controller("/v1/events")
@Tag(name = "Events")
@Secured(Scope.Name.HIRES_READ)
record EventController(EventFeed events, PublicAddress address) {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  /**
   * Reads events. {@code next} is told always, so that it can be asked again and again for what has
   * happened since.
   *
   * @param hire only those of this hire
   * @param cursor the {@code next} of the page before, or the position of the event last seen;
   *     without it from the beginning
   * @param limit how many at most
   * @return A page of events
   */
  @Get
  @Operation(operationId = "readEvents", summary = "Read what happened, in order")
  Page<EventJson> read(
      @QueryValue @Nullable String hire,
      @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "0")) @QueryValue
          @Nullable String cursor,
      @Parameter(
              schema =
                  @Schema(
                      type = "integer",
                      format = "int32",
                      minimum = "1",
                      maximum = "1000",
                      defaultValue = "100"))
          @QueryValue
          @Nullable String limit) {
    var parameters = new Parameters();
    long from = parameters.number("cursor", cursor, 0, 0, Long.MAX_VALUE);
    int most = (int) parameters.number("limit", limit, USUAL, 1, MOST);
    parameters.throwIfAny();
    Slice<EventView> slice = events.after(hire, from, most);
    if (slice.items().isEmpty()) {
      EventStreams.requireReached(events.last(), "cursor", from);
    }
    long next = slice.items().isEmpty() ? from : slice.items().getLast().position();
    return new Page<>(
        slice.items().stream().map(event -> EventJson.of(event, address::of)).toList(),
        Long.toString(next),
        slice.more());
  }
}
