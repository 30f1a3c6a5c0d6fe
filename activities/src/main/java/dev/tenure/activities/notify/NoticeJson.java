package dev.tenure.activities.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Money;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What receivers are sent, as JSON. */
final class NoticeJson {

  private static final ObjectMapper MAPPER =
      ObjectMapper.create(Map.of(), NoticeJson.class.getPackageName());

  private NoticeJson() {}

  /** A reminder as a webhook of one's own gets it. */
  @Serdeable
  record Reminder(String type, String timestamp, ReminderData data) {

    static Reminder of(Notice notice) {
      return new Reminder("approval.reminder", text(notice.asOf()), ReminderData.of(notice));
    }
  }

  /** What is known of the approval; what does not apply is null. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ReminderData(
      String hireId,
      String proposalId,
      String approvalId,
      String kind,
      @Nullable String milestone,
      @Nullable Sum amount,
      @Nullable Sum feesEstimated,
      String url,
      String expiresAt,
      long secondsLeft,
      int number,
      int of,
      String words) {

    static ReminderData of(Notice notice) {
      return new ReminderData(
          notice.hireId(),
          notice.proposalId(),
          notice.approvalId(),
          notice.kind().wire(),
          notice.milestone(),
          Sum.of(notice.amount()),
          Sum.of(notice.feesEstimated()),
          notice.url(),
          text(notice.expiresAt()),
          notice.timeLeft().toSeconds(),
          notice.number(),
          notice.of(),
          Words.subject(notice));
    }
  }

  /** A sum of money. */
  @Serdeable
  record Sum(String amount, String currency) {

    static @Nullable Sum of(@Nullable Money money) {
      return money == null ? null : new Sum(money.amount().toPlainString(), money.currency());
    }
  }

  /** A message of Slack: the text for notifications, the blocks for the channel. */
  @Serdeable
  record SlackMessage(String text, List<SlackBlock> blocks) {}

  /** A part of a message; a section has a text, a context has elements. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SlackBlock(String type, @Nullable SlackText text, @Nullable List<SlackText> elements) {

    static SlackBlock section(String markdown) {
      return new SlackBlock("section", SlackText.of(markdown), null);
    }

    static SlackBlock context(String markdown) {
      return new SlackBlock("context", null, List.of(SlackText.of(markdown)));
    }
  }

  /** Text in Slack's own markup. */
  @Serdeable
  record SlackText(String type, String text) {

    static SlackText of(String markdown) {
      return new SlackText("mrkdwn", markdown);
    }
  }

  static String write(Object body) {
    try {
      return MAPPER.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException("a notice cannot be written", e);
    }
  }

  private static String text(Instant at) {
    return at.toString();
  }
}
