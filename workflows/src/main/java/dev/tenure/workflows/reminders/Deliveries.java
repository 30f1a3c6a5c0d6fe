package dev.tenure.workflows.reminders;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reminders on their way, at most one for each channel. */
final class Deliveries {

  private static final Duration ATTEMPT = Duration.ofSeconds(30);
  private static final Duration SOONEST_RETRY = Duration.ofMillis(100);
  private static final Duration LATEST_RETRY = Duration.ofMinutes(5);
  private static final int RETRIES_IN_A_WINDOW = 20;

  private final ReminderPlan plan;
  private final Map<String, CancellationScope> underWay = new LinkedHashMap<>();
  private boolean foundDecided;

  Deliveries(ReminderPlan plan) {
    this.plan = plan;
  }

  /** Sends to each of the channels; what is still on its way to one of them is given up. */
  void begin(Agenda.Due due) {
    for (String channel : due.channels()) {
      CancellationScope before = underWay.remove(channel);
      if (before != null) {
        before.cancel();
      }
      CancellationScope scope = Workflow.newCancellationScope(() -> send(channel, due.number()));
      underWay.put(channel, scope);
      scope.run();
    }
  }

  /** Whether nothing is on its way any more. */
  boolean settled() {
    return underWay.isEmpty();
  }

  /** Whether a channel found the approval decided when it was about to send. */
  boolean foundDecided() {
    return foundDecided;
  }

  void stop() {
    underWay.values().forEach(CancellationScope::cancel);
    underWay.clear();
  }

  private void send(String channel, int number) {
    Reminder reminder =
        new Reminder(
            plan.hireId(),
            plan.approvalId(),
            channel,
            number,
            plan.steps().size(),
            goodUntil(channel, number));
    CancellationScope own = CancellationScope.current();
    Async.function(activities(reminder)::send, reminder)
        .handle(
            (outcome, failure) -> {
              arrived(channel, own, outcome, failure);
              return null;
            });
  }

  private void arrived(
      String channel,
      CancellationScope own,
      @Nullable ReminderOutcome outcome,
      @Nullable RuntimeException failure) {
    foundDecided |= outcome == ReminderOutcome.DECIDED;
    underWay.remove(channel, own);
    if (failure != null && !own.isCancelRequested()) {
      Workflow.getLogger(Deliveries.class).warn("A reminder by {} was given up", channel, failure);
    }
  }

  /** The channel's own next reminder takes over; after its last one only the deadline ends it. */
  private Instant goodUntil(String channel, int number) {
    return plan.steps().stream()
        .skip(number)
        .filter(step -> step.channels().contains(channel))
        .map(ReminderStep::at)
        .findFirst()
        .orElse(plan.expiresAt());
  }

  private ReminderActivities activities(Reminder reminder) {
    return Workflow.newActivityStub(
        ReminderActivities.class,
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(ATTEMPT)
            .setRetryOptions(retries())
            .setSummary(
                "reminder %d of %d by %s"
                    .formatted(reminder.number(), reminder.of(), reminder.channel()))
            .build());
  }

  /**
   * As quick as the window is short, and without end: what ends them is the time of the approval.
   */
  private RetryOptions retries() {
    Duration part =
        Duration.between(plan.createdAt(), plan.expiresAt()).dividedBy(RETRIES_IN_A_WINDOW);
    Duration longest = between(SOONEST_RETRY, part, LATEST_RETRY);
    return RetryOptions.newBuilder()
        .setInitialInterval(between(SOONEST_RETRY, longest.dividedBy(30), longest))
        .setMaximumInterval(longest)
        .build();
  }

  private static Duration between(Duration least, Duration wanted, Duration most) {
    if (wanted.compareTo(least) < 0) {
      return least;
    }
    return wanted.compareTo(most) > 0 ? most : wanted;
  }
}
