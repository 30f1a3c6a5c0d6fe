package dev.tenure.worker.settings;

import dev.tenure.activities.notify.WebhookSecret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is reminded of pending approvals, and when: {@code TENURE_REMINDERS} is the schedule, the
 * others begin with {@code TENURE_REMINDERS_}.
 *
 * @param schedule the usual one: an announcement, and a last word three hours before the end of
 *     OpenTrain's 72
 * @param publicUrl where people reach our own pages, {@code TENURE_PUBLIC_URL}: a reminder of an
 *     approval that is decided there links to it
 */
@Context
@ConfigurationProperties(ReminderSettings.PREFIX)
public record ReminderSettings(
    @Property(name = ReminderSettings.PREFIX + ".schedule") ReminderSchedule schedule,
    @Property(name = ReminderSettings.PREFIX + ".slack-url") @Nullable WebhookAddress slackUrl,
    @Property(name = ReminderSettings.PREFIX + ".email-to") @Nullable MailReceivers emailTo,
    @Property(name = ReminderSettings.PREFIX + ".email-from") @Nullable InternetAddress emailFrom,
    @Property(name = ReminderSettings.PREFIX + ".webhook-url") @Nullable WebhookAddress webhookUrl,
    @Property(name = ReminderSettings.PREFIX + ".webhook-secret")
        @Nullable WebhookSecret webhookSecret,
    @Property(name = "tenure.public-url") @Nullable PublicUrl publicUrl,
    Escalation escalation) {

  static final String PREFIX = "tenure.reminders";

  /** Where escalated reminders go as well: {@code TENURE_REMINDERS_ESCALATION_…}. */
  @ConfigurationProperties("escalation")
  public record Escalation(
      @Property(name = ReminderSettings.PREFIX + ".escalation.slack-url")
          @Nullable WebhookAddress slackUrl,
      @Property(name = ReminderSettings.PREFIX + ".escalation.email-to")
          @Nullable MailReceivers emailTo,
      @Property(name = ReminderSettings.PREFIX + ".escalation.webhook-url")
          @Nullable WebhookAddress webhookUrl) {}

  /** Addresses of people, separated by commas. */
  public record MailReceivers(List<String> addresses) {

    public MailReceivers {
      addresses = List.copyOf(addresses);
    }
  }
}
