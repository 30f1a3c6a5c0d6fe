package dev.tenure.api.pages.hires;

import dev.tenure.api.access.Scope;
import dev.tenure.api.pages.hires.view.HireFilter;
import dev.tenure.api.pages.hires.view.HireRow;
import dev.tenure.api.pages.shared.PageParameters;
import dev.tenure.api.pages.shared.Pages;
import dev.tenure.api.pages.shared.Tab;
import dev.tenure.journal.read.HireQuery;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.store.Slice;
import dev.tenure.model.hire.HireStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of hires, the newest first. */
@Hidden
@Controller("/hires")
@Produces(MediaType.TEXT_HTML)
@Secured(Scope.Name.HIRES_READ)
record HiresController(Hires hires, Pages pages) {

  private static final int SHOWN = 25;

  /**
   * A list of hires.
   *
   * @param words how many the whole list has
   * @param newest where the list begins, unless it does so here
   * @param older where it goes on, if it does
   */
  record HiresPage(
      HireFilter filter,
      List<Tab> tabs,
      String words,
      List<HireRow> hires,
      @Nullable String newest,
      @Nullable String older) {}

  @Get
  HttpResponse<?> list(
      HttpRequest<?> request,
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String account,
      @QueryValue @Nullable String label,
      @QueryValue @Nullable String text,
      @QueryValue("before") @Nullable String place) {
    var parameters = new PageParameters();
    HireFilter filter = HireFilter.of(status, account, label, text);
    Long before = parameters.before(place);
    parameters.throwIfAny();
    boolean wrong = filter.error() != null;
    HiresPage page =
        wrong ? new HiresPage(filter, List.of(), "", List.of(), null, null) : found(filter, before);
    return pages.show(
        request, wrong ? HttpStatus.BAD_REQUEST : HttpStatus.OK, "hires", "Hires", page);
  }

  private HiresPage found(HireFilter filter, @Nullable Long before) {
    HireQuery query = filter.query(before, SHOWN);
    Map<HireStatus, Long> counts = hires.countByStatus(query);
    Slice<HireView> slice = hires.list(query);
    return new HiresPage(
        filter,
        filter.tabs(counts),
        words(query, counts),
        slice.items().stream().map(HireRow::new).toList(),
        before == null ? null : filter.path(null),
        slice.more() ? filter.path(slice.items().getLast().row().seq()) : null);
  }

  private static String words(HireQuery query, Map<HireStatus, Long> counts) {
    long count =
        query.status() == null
            ? counts.values().stream().mapToLong(Long::longValue).sum()
            : counts.getOrDefault(query.status(), 0L);
    return count == 1 ? "1 hire" : count + " hires";
  }
}
