package dev.tenure.worker;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.notify.ReminderRounds;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.reminder.Reminders;
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
  private final Chore chore;
  private final ShutdownSignal stopping = new ShutdownSignal();

  ReminderLoop(
      Reminders journal,
      WorkflowClient client,
      WorkerSettings settings,
      ChangeNotifications notifications,
      Status status) {
    this.rounds = new ReminderRounds(journal, client, settings.reminders().policy());
    this.notifications = notifications;
    this.chore = new Chore(status, "reminders", "Reminders are not kept up to date now");
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofVirtual().name("reminders").start(this::run);
  }

  private void run() {
    try (ChangeSubscription journal = notifications.subscribeAll()) {
      while (!stopping.within(BREATH)) {
        if (chore.done(this::round)) {
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
