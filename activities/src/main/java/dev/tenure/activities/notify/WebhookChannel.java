package dev.tenure.activities.notify;

import dev.tenure.activities.http.HttpExchange;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/**
 * A webhook of one's own, signed as Standard Webhooks 1.0 describes (standardwebhooks.com): {@code
 * webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}.
 */
public final class WebhookChannel implements Channel {

  private final String name;
  private final WebhookPost post;
  private final WebhookSecret secret;
  private final InstantSource clock;

  public WebhookChannel(
      String name, HttpExchange http, URI address, WebhookSecret secret, InstantSource clock) {
    this.name = name;
    this.post = new WebhookPost(http, address, clock);
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void deliver(Notice notice) throws UndeliveredException, InterruptedException {
    String body = NoticeJson.write(NoticeJson.Reminder.of(notice));
    long now = clock.instant().getEpochSecond();
    post.send(
        body,
        Map.of(
            "webhook-id",
            notice.id(),
            "webhook-timestamp",
            Long.toString(now),
            "webhook-signature",
            secret.sign(notice.id(), now, body)));
  }
}
