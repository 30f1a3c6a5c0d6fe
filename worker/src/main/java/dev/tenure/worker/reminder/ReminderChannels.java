package dev.tenure.worker.reminder;

import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.notify.Channel;
import dev.tenure.activities.notify.MailChannel;
import dev.tenure.activities.notify.MailSettings;
import dev.tenure.activities.notify.ReminderPolicy;
import dev.tenure.activities.notify.SlackChannel;
import dev.tenure.activities.notify.WebhookChannel;
import dev.tenure.worker.settings.ReminderSettings;
import dev.tenure.worker.settings.ReminderSettings.MailReceivers;
import dev.tenure.worker.settings.SettingsException;
import dev.tenure.worker.settings.SmtpSettings;
import dev.tenure.worker.settings.WebhookAddress;
import io.micronaut.context.annotation.Context;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways to people, as they are configured, and the policy that uses them. */
@Context
public final class ReminderChannels {

  private static final String PREFIX = "TENURE_REMINDERS_";

  private final ReminderSettings settings;
  private final SmtpSettings smtp;
  private final HttpExchange http;
  private final List<Channel> ordinary;
  private final List<Channel> escalation;

  /**
   * Makes the channels.
   *
   * @throws SettingsException where one needs a setting that is absent
   */
  ReminderChannels(ReminderSettings settings, SmtpSettings smtp, HttpExchange http) {
    this.http = http;
    this.settings = settings;
    this.smtp = smtp;
    this.ordinary =
        channels("", "", settings.slackUrl(), settings.emailTo(), settings.webhookUrl());
    ReminderSettings.Escalation later = settings.escalation();
    this.escalation =
        channels(
            "ESCALATION_", "-escalation", later.slackUrl(), later.emailTo(), later.webhookUrl());
  }

  /** Every channel, those of escalation last. */
  public List<Channel> all() {
    return Stream.concat(ordinary.stream(), escalation.stream()).toList();
  }

  /** Where people reach our own pages; absent where nobody said. */
  public @Nullable URI pages() {
    return settings.publicUrl() == null ? null : settings.publicUrl().uri();
  }

  /** Who is reminded, and when. */
  public ReminderPolicy policy() {
    return new ReminderPolicy(settings.schedule().steps(), names(ordinary), names(escalation));
  }

  private List<Channel> channels(
      String which,
      String suffix,
      @Nullable WebhookAddress slack,
      @Nullable MailReceivers receivers,
      @Nullable WebhookAddress webhook) {
    List<Channel> channels = new ArrayList<>();
    if (slack != null) {
      channels.add(new SlackChannel("slack" + suffix, http, slack.uri(), InstantSource.system()));
    }
    if (receivers != null) {
      channels.add(
          new MailChannel(
              "email" + suffix, mail(PREFIX + which + "EMAIL_TO"), receivers.addresses()));
    }
    if (webhook != null) {
      channels.add(
          new WebhookChannel(
              "webhook" + suffix,
              http,
              webhook.uri(),
              required(
                  settings.webhookSecret(),
                  PREFIX + "WEBHOOK_SECRET",
                  PREFIX + which + "WEBHOOK_URL"),
              InstantSource.system()));
    }
    return List.copyOf(channels);
  }

  private MailSettings mail(String because) {
    return new MailSettings(
        required(smtp.host(), "TENURE_SMTP_HOST", because),
        smtp.port(),
        smtp.security(),
        smtp.user(),
        smtp.password(),
        required(settings.emailFrom(), PREFIX + "EMAIL_FROM", because));
  }

  private static <T> T required(@Nullable T value, String name, String because) {
    if (value == null) {
      throw new SettingsException(because + " is set, so " + name + " is wanted as well");
    }
    return value;
  }

  private static List<String> names(List<Channel> channels) {
    return channels.stream().map(Channel::name).toList();
  }
}
