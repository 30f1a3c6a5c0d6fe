package dev.tenure.activities.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JdkExchangeTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int BODY_BYTES = 1_000;

  @Test
  void aCallCarriesTheTokenAndTheBody() throws Exception {
    try (Marketplace marketplace = new Marketplace();
        JdkExchange exchange = exchange(marketplace.base())) {
      marketplace.on("POST", "/things", Reply.json(201, "{}").with("Retry-After", "7"));
      Answer answer = exchange.send(Call.post("/things", "{\"ä\":1}"));
      assertThat(answer).isEqualTo(new Answer(201, "7", "{}"));
      assertThat(marketplace.asked())
          .containsExactly(
              new Marketplace.Asked("POST", "/things", "{\"ä\":1}", "Bearer ot_pat_x_y"));
    }
  }

  @Test
  void aRedirectIsNotFollowedWithTheToken() throws Exception {
    try (Marketplace marketplace = new Marketplace();
        JdkExchange exchange = exchange(marketplace.base())) {
      marketplace.on("GET", "/a", Reply.json(302, "").with("Location", "/api/public/v1/b"));
      assertThat(exchange.send(Call.get("/a")).status()).isEqualTo(302);
      assertThat(marketplace.asked()).hasSize(1);
    }
  }

  @Test
  void aRefusedConnectionNeverArrived() {
    assertThat(failure(base(1), Call.post("/x", "{}")).mayHaveArrived()).isFalse();
  }

  @Test
  void anUnknownHostNeverArrived() {
    BaseUrl nowhere = BaseUrl.of("http://nowhere.invalid", "");
    assertThat(failure(nowhere, Call.post("/x", "{}")).mayHaveArrived()).isFalse();
  }

  @Test
  void aConnectionThatIsResetAfterTheRequestMayHaveArrivedAndIsNotRepeated() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (Peer peer = new Peer(socket -> reset(socket, connections))) {
      assertThat(failure(peer.base(), Call.post("/x", "{}")).mayHaveArrived()).isTrue();
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void anAnswerCutInItsBodyMayHaveArrived() throws Exception {
    try (Peer peer = new Peer(socket -> say(socket, "Content-Length: 100\r\n\r\n{\"a\":"))) {
      assertThat(failure(peer.base(), Call.post("/x", "{}")).mayHaveArrived()).isTrue();
    }
  }

  @Test
  void aBodyAboveTheBoundIsRefused() throws Exception {
    String body = "x".repeat(1_001);
    try (Peer peer = new Peer(socket -> say(socket, "Content-Length: 1001\r\n\r\n" + body))) {
      NoAnswerException failure = failure(peer.base(), Call.get("/x"));
      assertThat(failure.mayHaveArrived()).isTrue();
      assertThat(failure).hasMessageContaining("GET " + peer.base().origin() + "/x");
    }
  }

  @Test
  void aBodyThatStallsIsCutAfterTheTimeOfTheWholeCall() throws Exception {
    try (Peer peer = new Peer(socket -> stall(socket, "Content-Length: 100\r\n\r\n{\"a\":"))) {
      Duration patience = Duration.ofSeconds(1);
      assertThat(failure(peer.base(), Call.get("/x"), patience))
          .hasMessageContaining("no whole answer within PT1S");
    }
  }

  @Test
  void aSilentPeerIsGivenUpAndMayHaveReceivedTheCall() throws Exception {
    try (Peer peer = new Peer(socket -> {})) {
      Duration patience = Duration.ofSeconds(1);
      assertThat(failure(peer.base(), Call.post("/x", "{}"), patience).mayHaveArrived()).isTrue();
    }
  }

  private static NoAnswerException failure(BaseUrl base, Call call) {
    return failure(base, call, LONG);
  }

  private static NoAnswerException failure(BaseUrl base, Call call, Duration patience) {
    try (JdkExchange exchange = exchange(base, patience)) {
      return catchThrowableOfType(NoAnswerException.class, () -> exchange.send(call));
    }
  }

  private static JdkExchange exchange(BaseUrl base) {
    return exchange(base, LONG);
  }

  private static JdkExchange exchange(BaseUrl base, Duration patience) {
    return new JdkExchange(base, "ot_pat_x_y", new JdkExchange.Limits(LONG, patience, BODY_BYTES));
  }

  private static BaseUrl base(int port) {
    return BaseUrl.of("http://127.0.0.1:" + port, "");
  }

  private static void reset(Socket socket, AtomicInteger connections) throws IOException {
    connections.incrementAndGet();
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static void say(Socket socket, String answer) throws IOException {
    stall(socket, answer);
    socket.close();
  }

  private static void stall(Socket socket, String answer) throws IOException {
    socket
        .getOutputStream()
        .write(("HTTP/1.1 200 OK\r\n" + answer).getBytes(StandardCharsets.US_ASCII));
  }

  /** A peer on the bare socket: it reads a request and then behaves badly. */
  private static final class Peer implements AutoCloseable {

    private interface Behaviour {
      void on(Socket socket) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    Peer(Behaviour behaviour) throws IOException {
      Thread.ofVirtual().start(() -> serve(behaviour));
    }

    BaseUrl base() {
      return JdkExchangeTest.base(server.getLocalPort());
    }

    private void serve(Behaviour behaviour) {
      while (!server.isClosed()) {
        try {
          Socket socket = server.accept();
          InputStream in = socket.getInputStream();
          assertThat(in.read(new byte[4_096])).isPositive();
          behaviour.on(socket);
        } catch (IOException e) {
          assertThat(server.isClosed()).as("%s", e).isTrue();
        }
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
