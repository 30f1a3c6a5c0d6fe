package dev.tenure.api.inbox;

import dev.tenure.api.problem.ListProblems;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.store.Slice;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that happened, in order, without gaps that are filled later. */
@Controller("/v1/events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Events")
final class EventController {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final EventFeed events;

  EventController(EventFeed events) {
    this.events = events;
  }

  /**
   * Reads events.
   *
   * @param hire only those of this hire
   * @param after the position last seen; 0 for the beginning
   * @param limit how many at most, up to 1000
   */
  @Get
  @Operation(operationId = "readEvents", summary = "Read what happened, in order")
  @ApiResponse(
      responseCode = "200",
      description = "A page of events",
      content = @Content(schema = @Schema(implementation = EventPage.class)))
  @ListProblems
  EventPage read(
      @QueryValue @Nullable String hire,
      @Parameter(schema = @Schema(type = "integer", format = "int64", minimum = "0")) @QueryValue
          @Nullable String after,
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
    long from = parameters.number("after", after, 0, 0, Long.MAX_VALUE);
    int most = (int) parameters.number("limit", limit, USUAL, 1, MOST);
    parameters.throwIfAny();
    Slice<EventView> slice = events.after(hire, from, most);
    long next = slice.items().isEmpty() ? from : slice.items().getLast().position();
    return new EventPage(slice.items().stream().map(EventJson::of).toList(), next, slice.more());
  }
}
