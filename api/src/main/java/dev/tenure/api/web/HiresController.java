package dev.tenure.api.web;

import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.store.Slice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of hires, the newest first. */
@Hidden
@Controller("/hires")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HiresController {

  private static final int SHOWN = 25;

  private final Hires hires;
  private final Pages pages;

  HiresController(Hires hires, Pages pages) {
    this.hires = hires;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    Map<String, String> query = Forms.query(request);
    HireFilter filter = HireFilter.of(query);
    boolean wrong = filter.error() != null;
    HiresPage page =
        wrong
            ? new HiresPage(filter, List.of(), null, null)
            : found(filter, place(query.get("before")));
    return pages.show(
        request, wrong ? HttpStatus.BAD_REQUEST : HttpStatus.OK, "hires", "Hires", page);
  }

  private HiresPage found(HireFilter filter, @Nullable Long before) {
    var moments = new Moments(Instant.now());
    Slice<HireView> slice = hires.list(filter.query(before, SHOWN));
    return new HiresPage(
        filter,
        slice.items().stream().map(hire -> HireLine.of(hire, moments)).toList(),
        before == null ? null : filter.path(null),
        slice.more() ? filter.path(slice.items().getLast().row().seq()) : null);
  }

  /** Anything that is no place in the list means its beginning. */
  private static @Nullable Long place(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }
}
