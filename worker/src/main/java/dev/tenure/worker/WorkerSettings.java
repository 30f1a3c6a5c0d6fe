package dev.tenure.worker;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the worker runs.
 *
 * @param host where its own HTTP listens, for health and metrics only
 * @param feedInterval rest between two looks at an updates feed
 * @param sweepInterval between two looks at all active contracts of an account
 * @param reminders who is reminded of pending approvals, and when
 * @param drain how long running activities may take to finish once the worker stops
 */
record WorkerSettings(
    String host,
    int port,
    String temporalAddress,
    String namespace,
    List<AccountSettings> accounts,
    Duration feedInterval,
    Duration sweepInterval,
    ReminderSettings reminders,
    Duration drain) {

  private static final Duration DRAIN = Duration.ofSeconds(10);

  WorkerSettings {
    accounts = List.copyOf(accounts);
  }

  /**
   * Reads the environment.
   *
   * @throws SettingsException with words for people
   */
  static WorkerSettings of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new WorkerSettings(
        variables.text("TENURE_WORKER_HOST", "127.0.0.1"),
        variables.port("TENURE_WORKER_PORT", 8805),
        variables.text("TEMPORAL_ADDRESS", "127.0.0.1:8801"),
        variables.text("TEMPORAL_NAMESPACE", "default"),
        new AccountsReader(variables).read(),
        variables.duration("TENURE_FEED_INTERVAL", Duration.ofSeconds(1)),
        variables.duration("TENURE_SWEEP_INTERVAL", Duration.ofSeconds(45)),
        ReminderSettings.of(variables),
        DRAIN);
  }
}
