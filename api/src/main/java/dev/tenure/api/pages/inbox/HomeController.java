package dev.tenure.api.pages.inbox;

import dev.tenure.api.access.Scope;
import dev.tenure.api.pages.hires.view.IncidentRow;
import dev.tenure.api.pages.session.Browsers;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.api.pages.shared.PageParameters;
import dev.tenure.api.pages.shared.Pages;
import dev.tenure.api.pages.shared.Pagination;
import dev.tenure.api.pages.shared.Tab;
import dev.tenure.journal.read.Incidents;
import dev.tenure.model.hire.IncidentCause;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page, with what needs a person, and the open incidents. */
@Hidden
@Controller
@Secured(Scope.Name.HIRES_READ)
record HomeController(Inbox inbox, Incidents incidents, Pages pages) {

  private static final int INCIDENTS = 25;

  /** Where things are, for programs that ask at the root. */
  @Serdeable
  record Index(
      String name, String hires, String approvals, String events, String openapi, String health) {

    static final Index OF_THE_API =
        new Index(
            "Tenure",
            "/v1/hires",
            "/v1/approvals?status=pending",
            "/v1/events",
            "/openapi.yaml",
            "/health/readiness");
  }

  /** The open incidents. */
  record IncidentsPage(List<Tab> tabs, List<IncidentRow> incidents, Pagination pagination) {}

  @Get(
      uri = "/",
      produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  HttpResponse<?> home(
      HttpRequest<?> request,
      @QueryValue @Nullable String group,
      @QueryValue @Nullable String text,
      @QueryValue("page") @Nullable String number) {
    if (!Browsers.wantsPage(request)) {
      return HttpResponse.ok(Index.OF_THE_API).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
    var parameters = new PageParameters();
    InboxFilter filter = InboxFilter.of(parameters, group, text);
    int asked = parameters.page(number);
    parameters.throwIfAny();
    Inbox.InboxPage page = inbox.page(filter, asked);
    return pages.show(request, HttpStatus.OK, "home", "Waiting for approval", page);
  }

  @Get(uri = "/incidents", produces = MediaType.TEXT_HTML)
  HttpResponse<?> incidents(
      HttpRequest<?> request,
      @QueryValue("cause") @Nullable String chosen,
      @QueryValue("page") @Nullable String number) {
    var parameters = new PageParameters();
    IncidentCause cause = parameters.choice("cause", chosen, IncidentCause.class);
    int asked = parameters.page(number);
    parameters.throwIfAny();
    Map<IncidentCause, Long> counts = incidents.countOpenByCause();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long total = cause == null ? all : counts.getOrDefault(cause, 0L);
    Pagination pagination = Pagination.of(asked, INCIDENTS, total, one -> path(cause, one));
    var page =
        new IncidentsPage(
            Tab.of(IncidentCause.class, counts, cause, one -> path(one, 1)),
            incidents.open(cause, pagination.offset(INCIDENTS), INCIDENTS).stream()
                .map(IncidentRow::of)
                .toList(),
            pagination);
    return pages.show(request, HttpStatus.OK, "incidents", "Open incidents", page);
  }

  private static String path(@Nullable IncidentCause cause, int page) {
    return Links.query(
        "/incidents",
        "cause",
        cause == null ? null : cause.wire(),
        "page",
        page == 1 ? null : Integer.toString(page));
  }
}
