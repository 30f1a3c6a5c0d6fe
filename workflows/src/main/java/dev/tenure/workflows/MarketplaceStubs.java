package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Activity stubs for the marketplace: fast at first, then slow while a person is needed. */
final class MarketplaceStubs {
  /** Attempts of the fast phase: about two minutes of a marketplace that refuses at once. */
  private static final int FAST_ATTEMPTS = 14;

  private static final int BRIEF_ATTEMPTS = 5;

  private final ActivityOptions base;

  MarketplaceStubs(String account) {
    base =
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.marketplace(account))
            .setStartToCloseTimeout(Duration.ofSeconds(60))
            .setHeartbeatTimeout(Duration.ofSeconds(4))
            // A write must never overlap its own successor.
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .build();
  }

  MarketplaceActivities fast(String summary) {
    RetryOptions retry =
        RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(200))
            .setMaximumInterval(Duration.ofSeconds(15))
            .setMaximumAttempts(FAST_ATTEMPTS)
            .setDoNotRetry(obstaclesExcept(null))
            .build();
    return stub(summary, retry);
  }

  /** For a last look: a few tries within seconds. */
  MarketplaceActivities brief(String summary) {
    RetryOptions retry =
        RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(200))
            .setMaximumAttempts(BRIEF_ATTEMPTS)
            .setDoNotRetry(obstaclesExcept(null))
            .build();
    return stub(summary, retry);
  }

  /** Goes on asking for as long as the same cause, or an outage, is all that stands in the way. */
  MarketplaceActivities slow(String summary, IncidentCause cause) {
    RetryOptions retry =
        RetryOptions.newBuilder()
            .setInitialInterval(MarketplaceActivities.SLOW_FROM)
            .setMaximumInterval(Duration.ofMinutes(15))
            .setDoNotRetry(obstaclesExcept(cause))
            .build();
    ActivityOptions options = options(summary, retry);
    return Workflow.newActivityStub(
        MarketplaceActivities.class,
        options,
        Map.of(MarketplaceActivities.CREATE_MILESTONE, endingWithADeadAttempt(options)));
  }

  /**
   * A slow creation may be stopped between two attempts, and then nobody tells what the last one
   * did. So one that dies in the middle of an attempt ends there, and is known to be in doubt.
   */
  private static ActivityOptions endingWithADeadAttempt(ActivityOptions options) {
    RetryOptions retry = options.getRetryOptions();
    String[] ends =
        Stream.concat(
                Arrays.stream(retry.getDoNotRetry()), MarketplaceActivities.DEAD_ATTEMPT.stream())
            .toArray(String[]::new);
    return options.toBuilder()
        .setRetryOptions(retry.toBuilder().setDoNotRetry(ends).build())
        .build();
  }

  private MarketplaceActivities stub(String summary, RetryOptions retry) {
    return Workflow.newActivityStub(MarketplaceActivities.class, options(summary, retry));
  }

  private ActivityOptions options(String summary, RetryOptions retry) {
    return base.toBuilder().setRetryOptions(retry).setSummary(summary).build();
  }

  private static String[] obstaclesExcept(@Nullable IncidentCause cause) {
    return Arrays.stream(IncidentCause.values())
        .filter(other -> other.obstacle() && other != cause)
        .map(IncidentCause::wire)
        .toArray(String[]::new);
  }
}
