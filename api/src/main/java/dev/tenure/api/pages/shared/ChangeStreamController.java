package dev.tenure.api.pages.shared;

import dev.tenure.api.access.Scope;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What open pages listen to. */
@Hidden
@Controller
@Secured(Scope.Name.HIRES_READ)
public final class ChangeStreamController {

  public static final String PATH = "/changes";

  private final ChangeStreams streams;

  public ChangeStreamController(ChangeStreams streams) {
    this.streams = streams;
  }

  @Get(uri = PATH, produces = MediaType.TEXT_EVENT_STREAM, headRoute = false)
  public Publisher<Event<String>> changes(@QueryValue @Nullable String hire) {
    return streams.open(hire);
  }
}
