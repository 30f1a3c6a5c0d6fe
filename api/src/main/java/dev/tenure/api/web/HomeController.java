package dev.tenure.api.web;

import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.read.HireQuery;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.store.Slice;
import dev.tenure.model.ApprovalStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;

/** The first page: what waits for people, the soonest deadline first. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {

  private static final int SHOWN = 100;

  private final Approvals approvals;
  private final Hires hires;
  private final IncidentLines incidents;
  private final Pages pages;

  HomeController(Approvals approvals, Hires hires, IncidentLines incidents, Pages pages) {
    this.approvals = approvals;
    this.hires = hires;
    this.incidents = incidents;
    this.pages = pages;
  }

  @Get(
      uri = "/",
      produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  HttpResponse<?> home(HttpRequest<?> request) {
    return Browsers.wantsPage(request)
        ? pages.show(request, HttpStatus.OK, "home", "Waiting for people", matter())
        : HttpResponse.ok(Index.OF_THE_API).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  @Get(uri = "/incidents", produces = MediaType.TEXT_HTML)
  HttpResponse<?> incidents(HttpRequest<?> request) {
    var moments = new Moments(Instant.now());
    return pages.show(
        request, HttpStatus.OK, "incidents", "Open incidents", incidents.open(moments, SHOWN));
  }

  private HomePage matter() {
    var moments = new Moments(Instant.now());
    Slice<ApprovalView> pending =
        approvals.list(new ApprovalQuery(ApprovalStatus.PENDING, null, null, SHOWN));
    Slice<IncidentLine> open = incidents.open(moments, SHOWN);
    return new HomePage(
        pending.items().stream().map(one -> ApprovalLine.of(one, moments)).toList(),
        pending.more(),
        open.items(),
        open.more(),
        pending.items().isEmpty()
            && open.items().isEmpty()
            && hires.list(HireQuery.newest(1)).items().isEmpty());
  }
}
