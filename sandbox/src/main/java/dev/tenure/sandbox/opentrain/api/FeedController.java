package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.ApprovalJson;
import dev.tenure.sandbox.opentrain.json.UpdatesJson;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.contract.Approvals;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** How a client learns what became of its requests: one approval, or the feed. */
@Controller(ApiPath.V1)
class FeedController {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST = 200;

  private final ApiCalls calls;
  private final Approvals approvals;
  private final Feed feed;

  FeedController(ApiCalls calls, Approvals approvals, Feed feed) {
    this.calls = calls;
    this.approvals = approvals;
    this.feed = feed;
  }

  /** An approval. */
  @Get("/approvals/{approvalId}")
  @Gated(value = Gate.READ_APPROVAL, refuses = 404)
  ApprovalJson.One approval(Caller caller, String approvalId) {
    return new ApprovalJson.One(calls.json(approvals.see(caller, approvalId)));
  }

  /** The updates feed. */
  @Get("/updates")
  @Gated(Gate.READ_UPDATES)
  UpdatesJson updates(
      Caller caller,
      @QueryValue @Nullable @Pattern(regexp = "^[0-9]{0,18}$", message = "must be an event id")
          String cursor,
      @QueryValue @Nullable @Min(1) @Max(LARGEST) Integer limit) {
    String given = Texts.given(cursor);
    return UpdatesJson.of(
        feed.page(
            caller,
            given == null ? null : Long.valueOf(given),
            requireNonNullElse(limit, DEFAULT_LIMIT)));
  }
}
