package dev.tenure.worker.reminder;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.notify.ReminderRounds;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.reminder.Reminders;
import dev.tenure.worker.status.PeriodicTask;
import dev.tenure.worker.status.WorkerStatus;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.temporal.client.WorkflowClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Keeps the reminders in line with the journal for as long as the process lives: at once when
 * something is recorded, and once in a while in case a word of that was lost.
 */
@Singleton
final class ReminderLoop implements ApplicationEventListener<ServerStartupEvent> {

  private static final Duration ONCE_IN_A_WHILE = Duration.ofSeconds(30);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

  /** Many words in a row are one round. */
  private static final Duration BREATH = Duration.ofMillis(200);

  private final ReminderRounds rounds;
  private final ChangeNotifications notifications;
  private final PeriodicTask task;
  private final ShutdownSignal stopping = new ShutdownSignal();

  ReminderLoop(
      Reminders journal,
      WorkflowClient client,
      ReminderChannels channels,
      ChangeNotifications notifications,
      WorkerStatus status) {
    this.rounds = new ReminderRounds(journal, client, channels.policy());
    this.notifications = notifications;
    this.task = new PeriodicTask(status, "reminders", "Reminders are not kept up to date now");
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofVirtual().name("reminders").start(this::run);
  }

  private void run() {
    try (ChangeSubscription journal = notifications.subscribeAll()) {
      while (!stopping.within(BREATH)) {
        if (task.run(this::round)) {
          journal.await(ONCE_IN_A_WHILE);
        } else if (stopping.within(AFTER_A_FAILURE)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything that there is to do now. */
  private void round() {
    boolean more = true;
    while (more && !stopping.hasBegun()) {
      more = rounds.next();
    }
  }

  @PreDestroy
  void stop() {
    stopping.begin();
  }
}
