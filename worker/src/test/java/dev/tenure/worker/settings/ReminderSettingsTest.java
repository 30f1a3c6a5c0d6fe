package dev.tenure.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.notify.Channel;
import dev.tenure.activities.notify.Fraction;
import dev.tenure.activities.notify.ReminderPolicy.Step;
import dev.tenure.worker.reminder.ReminderChannels;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderSettingsTest {

  private static final String SLACK = "https://hooks.slack.example/services/T0/B0/S3CRET";
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Test
  void withoutAChannelNobodyIsReminded() {
    assertThat(read(Map.of()).policy().active()).isFalse();
  }

  @Test
  void theUsualRemindersEndShortBeforeTheEndAndAreEscalatedLate() {
    ReminderChannels channels = read(Map.of("TENURE_REMINDERS_SLACK_URL", SLACK));
    assertThat(channels.policy().active()).isTrue();
    assertThat(channels.policy().steps())
        .containsExactly(
            step("0", false), step("1/2", false), step("5/6", true), step("23/24", true));
  }

  @Test
  void everyKindOfChannelCanBeConfiguredTwice() {
    ReminderChannels channels =
        read(
            Map.ofEntries(
                Map.entry("TENURE_REMINDERS_SLACK_URL", SLACK),
                Map.entry("TENURE_REMINDERS_ESCALATION_SLACK_URL", SLACK),
                Map.entry("TENURE_REMINDERS_WEBHOOK_URL", "https://team.example/hook"),
                Map.entry("TENURE_REMINDERS_ESCALATION_WEBHOOK_URL", "https://lead.example/hook"),
                Map.entry("TENURE_REMINDERS_WEBHOOK_SECRET", KEY),
                Map.entry("TENURE_REMINDERS_EMAIL_TO", "team@team.example, ops@team.example"),
                Map.entry("TENURE_REMINDERS_ESCALATION_EMAIL_TO", "lead@team.example"),
                Map.entry("TENURE_REMINDERS_EMAIL_FROM", "Tenure <tenure@team.example>"),
                Map.entry("TENURE_SMTP_HOST", "mail.team.example")));
    assertThat(channels.policy().channels()).containsExactly("slack", "email", "webhook");
    assertThat(channels.policy().escalation())
        .containsExactly("slack-escalation", "email-escalation", "webhook-escalation");
    assertThat(channels.all())
        .extracting(Channel::name)
        .containsExactly(
            "slack",
            "email",
            "webhook",
            "slack-escalation",
            "email-escalation",
            "webhook-escalation");
  }

  @Test
  void remindersCanBeSwitchedOffWithTheirChannelsInPlace() {
    assertThat(
            read(Map.of("TENURE_REMINDERS", "off", "TENURE_REMINDERS_SLACK_URL", SLACK))
                .policy()
                .active())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1/2, 1/3", "1/2, 2/4", "half", "0,,1/2", "3/2", "-1/2", "1/0"})
  void anUnfitScheduleIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> read(Map.of("TENURE_REMINDERS", text)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("TENURE_REMINDERS=" + text + " cannot be used: ")
        .hasMessageContaining("e.g. 0, 1/2, 5/6+, 23/24+");
  }

  @ParameterizedTest
  @CsvSource({
    "TENURE_REMINDERS_SLACK_URL, S3CRET not an address,"
        + " TENURE_REMINDERS_SLACK_URL cannot be used: it must be an address",
    "TENURE_REMINDERS_SLACK_URL, ftp://S3CRET,"
        + " TENURE_REMINDERS_SLACK_URL cannot be used: it must be an address",
    "TENURE_REMINDERS_WEBHOOK_URL, https://team.example/S3CRET,"
        + " 'TENURE_REMINDERS_WEBHOOK_URL is set, so TENURE_REMINDERS_WEBHOOK_SECRET is wanted'",
    "TENURE_REMINDERS_EMAIL_TO, team@team.example,"
        + " 'TENURE_REMINDERS_EMAIL_TO is set, so TENURE_SMTP_HOST is wanted'",
  })
  void whatIsMissingOrWrongIsNamedWithoutRepeatingASecret(
      String variable, String value, String words) {
    assertThatThrownBy(() -> read(Map.of(variable, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(words)
        .message()
        .doesNotContain("S3CRET");
  }

  @ParameterizedTest
  @CsvSource({
    "TENURE_SMTP_SECURITY, ssl, 'it must be one of starttls, tls, none'",
    "TENURE_REMINDERS_EMAIL_FROM, nobody at all, '\"nobody at all\" is not an e-mail address'",
    "TENURE_REMINDERS_EMAIL_TO, 'a@team.example,', '\"\" is not an e-mail address'",
    "TENURE_SMTP_PORT, many, 'it must be a whole number'",
    "TENURE_SMTP_PORT, 99999, 'it must be a port number'",
  })
  void anUnfitMailSettingIsNamed(String variable, String value, String words) {
    Map<String, String> mail = new HashMap<>();
    mail.put("TENURE_REMINDERS_EMAIL_TO", "team@team.example");
    mail.put("TENURE_REMINDERS_EMAIL_FROM", "tenure@team.example");
    mail.put("TENURE_SMTP_HOST", "mail.team.example");
    mail.put(variable, value);
    assertThatThrownBy(() -> read(mail))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(variable)
        .hasMessageContaining(words);
  }

  private static Step step(String when, boolean escalated) {
    return new Step(Fraction.of(when), escalated);
  }

  private static ReminderChannels read(Map<String, String> reminders) {
    Map<String, String> environment = new HashMap<>(reminders);
    environment.put("OT_API_BASE_URL", "http://127.0.0.1:8803");
    environment.put("OT_API_TOKEN", "ot_pat_x");
    try (ApplicationContext worker = SettingsContext.of(environment)) {
      return worker.getBean(ReminderChannels.class);
    }
  }
}
