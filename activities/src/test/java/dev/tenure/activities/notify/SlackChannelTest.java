package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.model.hire.ApprovalKind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackChannelTest {

  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);

  private final Receiver slack;
  private final SlackChannel channel;

  SlackChannelTest() throws IOException {
    slack = new Receiver();
    channel = new SlackChannel("slack", HTTP, slack.address(), InstantSource.fixed(Notices.NOW));
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void aMessageSaysWhatToApproveUntilWhenAndWhere() throws Exception {
    channel.deliver(Notices.funding("slack", 2));
    JsonNode message = slack.taken().getFirst().json();
    assertThat(message.get("text").asText())
        .isEqualTo("Reminder: fund milestone m2 (Night frames): 250.00 USD (12 hours left)");
    assertThat(message.at("/blocks/1/text/text").asText())
        .isEqualTo(
            """
            Please decide: fund milestone m2 (Night frames): 250.00 USD, plus about 12.50 USD of fees.
            Deadline: Sat 21 Nov 2026, 22:00:00 UTC.
            <https://market.example/approvals/apr_1|Open the approval>\
            """);
    assertThat(message.at("/blocks/2/elements/0/text").asText())
        .isEqualTo("Hire `hir_1`, approval `apr_1`, notice 2 of 4");
  }

  @Test
  void aMilestonesNameCannotCallAWholeChannel() throws Exception {
    channel.deliver(
        Notices.of(
            "slack", 1, ApprovalKind.MILESTONE_FUND, "m1 (<!channel> & co)", Notices.DEADLINE));
    assertThat(slack.taken().getFirst().body())
        .doesNotContain("<!channel>")
        .contains("&lt;!channel&gt; &amp; co");
  }

  @Test
  void aSlackThatAsksToWaitIsObeyed() {
    slack.answering(429, "30");
    UndeliveredException failure = failure(channel);
    assertThat(failure).hasMessage("127.0.0.1 answered 429");
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRedirectIsNotFollowed() {
    slack.answering(307, "");
    assertThat(failure(channel)).hasMessage("127.0.0.1 answered 307");
    assertThat(slack.taken()).hasSize(1);
  }

  @Test
  void theAddressIsASecretAndStandsInNoMessage() throws Exception {
    slack.answering(500, "");
    assertThat(failure(channel)).message().doesNotContain("S3CRET");
    URI nobody = URI.create("http://127.0.0.1:" + freePort() + "/services/T0/S3CRET");
    assertThat(failure(new SlackChannel("slack", HTTP, nobody, InstantSource.system())))
        .hasMessageStartingWith("127.0.0.1 did not answer: ")
        .hasMessageNotContaining("S3CRET")
        .hasNoCause();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static UndeliveredException failure(SlackChannel channel) {
    return catchThrowableOfType(
        UndeliveredException.class, () -> channel.deliver(Notices.funding("slack", 1)));
  }
}
