package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribers that keep a delivery waiting, or cannot be called at all. */
class StubbornSubscriberTest {
  @Test
  void anAnswerThatBeginsButNeverEndsIsAFailedAttempt() throws IOException {
    try (Sandbox sandbox = Sandbox.start(Map.of("sandbox.webhook.patience", "300ms"));
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Queue<Socket> callers = new ConcurrentLinkedQueue<>();
      Thread.ofVirtual().start(() -> beginAndNeverEnd(door, callers));
      Market market = new Market(sandbox.url());
      subscribe(market, "http://127.0.0.1:" + door.getLocalPort() + "/hook");
      market.post("/proposals/prp_4/hire", Market.HIRE);
      market.control("POST", "/proposals/prp_4/hire", Market.HIRE);
      SandboxTest.await(
          () -> market.control("GET", "/deliveries").body().contains("\"attempts\":1"));
      assertThat(market.control("GET", "/deliveries").body()).contains("no whole answer within");
      assertThat(callers).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:99999/x",
        "http://127.0.0.1:0/x",
        "https://example.com/%zz",
        "https://exa mple.com/",
        "https://",
        "https://-.com/",
        "http://10.0.0.1/hook"
      })
  void anAddressThatCannotBeCalledIsRefused(String url) {
    try (Sandbox sandbox = Sandbox.start(Map.of())) {
      Reply refused = subscribe(new Market(sandbox.url()), url);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text("details.field")).isEqualTo("url");
    }
  }

  private static Reply subscribe(Market market, String url) {
    return market.post(
        "/webhooks", "{\"url\": \"%s\", \"eventTypes\": [\"approval.confirmed\"]}".formatted(url));
  }

  private static void beginAndNeverEnd(ServerSocket door, Queue<Socket> callers) {
    try {
      while (true) {
        Socket caller = door.accept();
        callers.add(caller);
        caller
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab"
                    .getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException closed) {
      callers.forEach(StubbornSubscriberTest::hangUp);
    }
  }

  private static void hangUp(Socket caller) {
    try {
      caller.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
