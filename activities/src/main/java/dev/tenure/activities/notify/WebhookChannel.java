package dev.tenure.activities.notify;

import dev.tenure.model.Money;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of one's own, signed as Standard Webhooks 1.0 describes (standardwebhooks.com): {@code
 * webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}.
 */
public final class WebhookChannel implements Channel {

  private final String name;
  private final Post post;
  private final WebhookSecret secret;
  private final InstantSource clock;

  public WebhookChannel(String name, URI address, WebhookSecret secret, InstantSource clock) {
    this.name = name;
    this.post = new Post(address, clock);
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void deliver(Notice notice) throws UndeliveredException, InterruptedException {
    byte[] body = NoticeJson.bytes(body(notice));
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

  private static Map<String, Object> body(Notice notice) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("hireId", notice.hireId());
    data.put("proposalId", notice.proposalId());
    data.put("approvalId", notice.approvalId());
    data.put("kind", notice.kind().wire());
    data.put("milestone", notice.milestone());
    data.put("amount", money(notice.amount()));
    data.put("feesEstimated", money(notice.feesEstimated()));
    data.put("url", notice.url());
    data.put("expiresAt", notice.expiresAt().toString());
    data.put("secondsLeft", notice.timeLeft().toSeconds());
    data.put("number", notice.number());
    data.put("of", notice.of());
    data.put("words", Words.subject(notice));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "approval.reminder");
    body.put("timestamp", notice.asOf().toString());
    body.put("data", data);
    return body;
  }

  private static @Nullable Map<String, String> money(@Nullable Money money) {
    return money == null
        ? null
        : Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
  }
}
