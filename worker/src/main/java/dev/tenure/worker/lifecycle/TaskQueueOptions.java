package dev.tenure.worker.lifecycle;

import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;

/** The numbers of the workers; each was measured or follows from one that was. */
final class TaskQueueOptions {

  /** A waiting hire costs about 30 KB of heap while cached, and a replay when not. */
  private static final int CACHED_HIRES = 1_000;

  private static final int WORKFLOW_TASKS = 100;
  private static final int JOURNAL_CALLS = 50;
  private static final int MARKETPLACE_CALLS = 100;
  private static final int POLLERS = 5;
  private static final int REMINDERS = 20;
  private static final int REMINDER_POLLERS = 2;

  /** The default of five seconds is how long a dead worker's hires would wait for another. */
  private static final Duration STICKY = Duration.ofSeconds(2);

  /** Two busy cores can hold up a healthy workflow thread for longer than the default second. */
  private static final long DEADLOCK_MILLIS = 5_000;

  /** Heartbeat timeouts are four seconds; the default holds beats back for 3.2 of them. */
  private static final Duration BEAT = Duration.ofSeconds(1);

  private TaskQueueOptions() {}

  static WorkerFactoryOptions factory() {
    return WorkerFactoryOptions.newBuilder()
        .setWorkflowCacheSize(CACHED_HIRES)
        .setUsingVirtualWorkflowThreads(true)
        .build();
  }

  /** Workflows and what they say to the journal. */
  static WorkerOptions hires() {
    return common()
        .setMaxConcurrentWorkflowTaskExecutionSize(WORKFLOW_TASKS)
        .setMaxConcurrentLocalActivityExecutionSize(JOURNAL_CALLS)
        .setMaxConcurrentActivityExecutionSize(JOURNAL_CALLS)
        .setMaxConcurrentWorkflowTaskPollers(POLLERS)
        .setMaxConcurrentActivityTaskPollers(POLLERS)
        .build();
  }

  /** Calls to one marketplace account, held to its rate over all workers. */
  static WorkerOptions marketplace(double callsPerSecond) {
    return common()
        .setMaxConcurrentActivityExecutionSize(MARKETPLACE_CALLS)
        .setMaxConcurrentActivityTaskPollers(POLLERS)
        .setMaxTaskQueueActivitiesPerSecond(callsPerSecond)
        .build();
  }

  /** Words to people: few, and none of them in a hurry. */
  static WorkerOptions reminders() {
    return common()
        .setMaxConcurrentWorkflowTaskExecutionSize(REMINDERS)
        .setMaxConcurrentActivityExecutionSize(REMINDERS)
        .setMaxConcurrentWorkflowTaskPollers(REMINDER_POLLERS)
        .setMaxConcurrentActivityTaskPollers(REMINDER_POLLERS)
        .build();
  }

  private static WorkerOptions.Builder common() {
    return WorkerOptions.newBuilder()
        .setUsingVirtualThreads(true)
        .setStickyQueueScheduleToStartTimeout(STICKY)
        .setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS)
        .setMaxHeartbeatThrottleInterval(BEAT)
        .setDefaultHeartbeatThrottleInterval(BEAT)
        .setAllowActivityHeartbeatDuringShutdown(true);
  }
}
