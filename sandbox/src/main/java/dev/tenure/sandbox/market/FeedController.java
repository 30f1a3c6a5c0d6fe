package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Approvals;
import dev.tenure.sandbox.rules.FeedReader;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.wire.UpdatesJson;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** How a client learns what became of its requests: one approval, or the feed. */
@Controller(Desk.API)
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedController {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST = 200;

  private final Desk desk;
  private final Requests requests;
  private final Approvals approvals;
  private final FeedReader feed;

  FeedController(Desk desk, Requests requests, Approvals approvals, FeedReader feed) {
    this.desk = desk;
    this.requests = requests;
    this.approvals = approvals;
    this.feed = feed;
  }

  @Get("/approvals/{approvalId}")
  HttpResponse<Object> approval(HttpRequest<?> request, String approvalId) {
    return desk.serve(
        request,
        Gate.READ_APPROVAL,
        caller ->
            Answer.ok(new ApprovalJson.One(requests.json(approvals.see(caller, approvalId)))));
  }

  @Get("/updates")
  HttpResponse<Object> updates(HttpRequest<?> request) {
    return desk.serve(
        request,
        Gate.READ_UPDATES,
        caller -> {
          Query query = new Query(request);
          int limit = query.limit(DEFAULT_LIMIT, LARGEST);
          return Answer.ok(UpdatesJson.of(feed.page(caller, query.eventId("cursor"), limit)));
        });
  }
}
