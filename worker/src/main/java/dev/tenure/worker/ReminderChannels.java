package dev.tenure.worker;

import dev.tenure.activities.notify.Channel;
import dev.tenure.activities.notify.MailChannel;
import dev.tenure.activities.notify.MailSettings;
import dev.tenure.activities.notify.SlackChannel;
import dev.tenure.activities.notify.WebhookChannel;
import dev.tenure.activities.notify.WebhookSecret;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads the channels to people from variables that begin with {@code TENURE_REMINDERS_}. */
record ReminderChannels(List<Channel> ordinary, List<Channel> escalation) {

  private static final String PREFIX = "TENURE_REMINDERS_";
  private static final int SUBMISSION = 587;

  ReminderChannels {
    ordinary = List.copyOf(ordinary);
    escalation = List.copyOf(escalation);
  }

  static ReminderChannels of(Variables variables) {
    return new ReminderChannels(all(variables, ""), all(variables, "ESCALATION_"));
  }

  private static List<Channel> all(Variables variables, String which) {
    String suffix = which.isEmpty() ? "" : "-escalation";
    List<Channel> channels = new ArrayList<>();
    variables
        .text(PREFIX + which + "SLACK_URL")
        .map(text -> slack(PREFIX + which + "SLACK_URL", text, "slack" + suffix))
        .ifPresent(channels::add);
    variables
        .text(PREFIX + which + "EMAIL_TO")
        .map(text -> mail(PREFIX + which + "EMAIL_TO", text, variables, "email" + suffix))
        .ifPresent(channels::add);
    variables
        .text(PREFIX + which + "WEBHOOK_URL")
        .map(text -> webhook(PREFIX + which + "WEBHOOK_URL", text, variables, "webhook" + suffix))
        .ifPresent(channels::add);
    return channels;
  }

  private static Channel slack(String variable, String text, String name) {
    return new SlackChannel(name, address(variable, text), InstantSource.system());
  }

  private static Channel webhook(String variable, String text, Variables variables, String name) {
    String secret = required(variables, PREFIX + "WEBHOOK_SECRET", variable);
    return new WebhookChannel(
        name,
        address(variable, text),
        checked(PREFIX + "WEBHOOK_SECRET", secret, WebhookSecret::of),
        InstantSource.system());
  }

  private static Channel mail(String variable, String text, Variables variables, String name) {
    MailSettings settings =
        new MailSettings(
            required(variables, "TENURE_SMTP_HOST", variable),
            variables.port("TENURE_SMTP_PORT", SUBMISSION),
            checked(
                "TENURE_SMTP_SECURITY",
                variables.text("TENURE_SMTP_SECURITY", "starttls"),
                ReminderChannels::security),
            variables.text("TENURE_SMTP_USER").orElse(null),
            variables.text("TENURE_SMTP_PASSWORD").orElse(null),
            checked(
                PREFIX + "EMAIL_FROM",
                required(variables, PREFIX + "EMAIL_FROM", variable),
                MailSettings::address));
    List<String> receivers = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return checked(variable, text, all -> new MailChannel(name, settings, receivers));
  }

  private static MailSettings.Security security(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "starttls" -> MailSettings.Security.STARTTLS;
      case "tls" -> MailSettings.Security.TLS;
      case "none" -> MailSettings.Security.NONE;
      default -> throw new IllegalArgumentException("it must be starttls, tls or none");
    };
  }

  private static URI address(String variable, String text) {
    return checked(
        variable,
        text,
        address -> {
          URI uri = URI.create(address);
          if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
            throw new IllegalArgumentException();
          }
          return uri;
        },
        "it must be an address that begins with https:// or http://");
  }

  private static <T> T checked(String variable, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(variable + " cannot be used: " + e.getMessage());
    }
  }

  /** With words of our own: those of the reader could repeat an address that is a secret. */
  private static <T> T checked(
      String variable, String text, Function<String, T> reader, String wanted) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(variable + " cannot be used: " + wanted);
    }
  }

  private static String required(Variables variables, String name, String because) {
    return variables
        .text(name)
        .orElseThrow(
            () -> new SettingsException(because + " is set, so " + name + " is wanted as well"));
  }
}
