package dev.tenure.activities.notify;

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
  private final Post post;

  public SlackChannel(String name, URI webhook, InstantSource clock) {
    this.name = name;
    this.post = new Post(webhook, clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void deliver(Notice notice) throws UndeliveredException, InterruptedException {
    post.send(NoticeJson.bytes(message(notice)), Map.of());
  }

  private static Map<String, Object> message(Notice notice) {
    return Map.of(
        "text",
        escape(Words.subject(notice)),
        "blocks",
        List.of(
            section("*" + escape(Words.subject(notice)) + "*"),
            section(body(notice)),
            context(
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

  private static Map<String, Object> section(String markdown) {
    return Map.of("type", "section", "text", markdown(markdown));
  }

  private static Map<String, Object> context(String markdown) {
    return Map.of("type", "context", "elements", List.of(markdown(markdown)));
  }

  private static Map<String, Object> markdown(String text) {
    return Map.of("type", "mrkdwn", "text", text);
  }

  /**
   * The three characters that Slack gives a meaning; a milestone's name must not ping a channel.
   */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
