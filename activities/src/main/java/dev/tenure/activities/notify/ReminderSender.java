package dev.tenure.activities.notify;

import dev.tenure.journal.reminder.ReminderSubject;
import dev.tenure.journal.reminder.Reminders;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.workflows.reminders.Reminder;
import dev.tenure.workflows.reminders.ReminderActivities;
import dev.tenure.workflows.reminders.ReminderOutcome;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link ReminderActivities} over the configured channels. */
public final class ReminderSender implements ReminderActivities {

  /** Failure type of a receiver that did not take a reminder. */
  public static final String UNDELIVERED = "reminder_undelivered";

  /** Failure type of a journal that cannot say now whether the approval is still pending. */
  public static final String UNREAD = "journal_unavailable";

  /** Failure type of a channel that this worker does not have; another one may. */
  public static final String NO_CHANNEL = "channel_not_configured";

  private final Reminders journal;
  private final Map<String, Channel> channels;
  private final @Nullable URI pages;
  private final InstantSource clock;

  /**
   * A sender to these channels.
   *
   * @param pages where people reach our own pages, for approvals that are decided there; a reminder
   *     of one names its path alone where this is absent
   */
  public ReminderSender(
      Reminders journal, List<Channel> channels, @Nullable URI pages, InstantSource clock) {
    this.journal = journal;
    this.pages = pages;
    this.channels =
        channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    this.clock = clock;
  }

  @Override
  public ReminderOutcome send(Reminder reminder) {
    Optional<ReminderSubject> subject = read(reminder);
    if (subject.isEmpty() || !subject.get().approval().pending()) {
      return ReminderOutcome.DECIDED;
    }
    Instant now = clock.instant();
    if (!now.isBefore(reminder.goodUntil())) {
      return ReminderOutcome.OVERTAKEN;
    }
    deliver(channel(reminder.channel()), notice(reminder, subject.get(), now));
    return ReminderOutcome.SENT;
  }

  private Optional<ReminderSubject> read(Reminder reminder) {
    try {
      return journal.find(reminder.hireId(), reminder.approvalId());
    } catch (JournalUnavailable e) {
      throw failure(UNREAD, String.valueOf(e.getMessage())).build();
    }
  }

  private Channel channel(String name) {
    @Nullable Channel channel = channels.get(name);
    if (channel == null) {
      throw failure(NO_CHANNEL, "the channel " + name + " is not configured on this worker")
          .build();
    }
    return channel;
  }

  private static void deliver(Channel channel, Notice notice) {
    try {
      channel.deliver(notice);
    } catch (UndeliveredException e) {
      ApplicationFailure.Builder failure = failure(UNDELIVERED, String.valueOf(e.getMessage()));
      if (e.retryAfter() != null) {
        failure.setNextRetryDelay(e.retryAfter());
      }
      throw failure.build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(UNDELIVERED, "the worker stops").build();
    }
  }

  private static ApplicationFailure.Builder failure(String type, String words) {
    return ApplicationFailure.newBuilder()
        .setMessage(words)
        .setType(type)
        .setCategory(ApplicationErrorCategory.BENIGN);
  }

  /** The marketplace's page, or our own, whose path alone the record knows. */
  private String link(ApprovalDocument approval) {
    return pages == null || !approval.url().startsWith("/")
        ? approval.url()
        : pages.resolve(approval.url()).toString();
  }

  private Notice notice(Reminder reminder, ReminderSubject subject, Instant now) {
    ApprovalDocument approval = subject.approval();
    return new Notice(
        reminder.channel(),
        reminder.number(),
        reminder.of(),
        reminder.hireId(),
        approval.id(),
        subject.proposalId(),
        approval.kind(),
        subject.milestone(),
        approval.amount(),
        approval.feesEstimated(),
        link(approval),
        approval.expiresAt(),
        now);
  }
}
