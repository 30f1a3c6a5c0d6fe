package dev.tenure.activities.notify;

import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.notify.NoticeJson.SlackBlock;
import dev.tenure.activities.notify.NoticeJson.SlackMessage;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A Slack incoming webhook; source:
 * docs.slack.dev/messaging/sending-messages-using-incoming-webhooks.
 */
public final class SlackChannel implements Channel {

  private final String name;
  private final WebhookPost post;

  public SlackChannel(String name, HttpExchange http, URI webhook, InstantSource clock) {
    this.name = name;
    this.post = new WebhookPost(http, webhook, clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void deliver(Notice notice) throws UndeliveredException, InterruptedException {
    post.send(NoticeJson.write(message(notice)), Map.of());
  }

  private static SlackMessage message(Notice notice) {
    String subject = escape(Words.subject(notice));
    return new SlackMessage(
        subject,
        List.of(
            SlackBlock.section("*" + subject + "*"),
            SlackBlock.section(body(notice)),
            SlackBlock.context(
                "Hire `%s`, approval `%s`, notice %d of %d"
                    .formatted(
                        notice.hireId(), notice.approvalId(), notice.number(), notice.of()))));
  }

  private static String body(Notice notice) {
    String fees = Words.fees(notice);
    return "Please decide: %s%s.%nDeadline: %s.%n<%s|Open the approval>"
        .formatted(
            escape(Words.action(notice)),
            fees.isEmpty() ? "" : ", " + fees,
            Words.deadline(notice.expiresAt()),
            notice.url().replace(">", "%3E").replace("|", "%7C"));
  }

  /**
   * The three characters that Slack gives a meaning; a milestone's name must not ping a channel.
   */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
