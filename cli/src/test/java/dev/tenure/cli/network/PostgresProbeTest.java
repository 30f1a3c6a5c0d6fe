package dev.tenure.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class PostgresProbeTest {

  @Test
  void aServerThatAsksForThePasswordIsReady() throws IOException {
    try (var server = serverThatAnswers('R')) {
      var probe = Probe.postgres(server.getLocalPort());
      // On a machine under load an answer may come after the probe's patience; it is asked again.
      while (!probe.isReady()) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  @Test
  void aServerThatStillRecoversIsNotReady() throws IOException {
    try (var server = serverThatAnswers('E')) {
      assertThat(Probe.postgres(server.getLocalPort()).isReady()).isFalse();
    }
  }

  @Test
  void nobodyOnThePortIsNotReady() {
    assertThat(Probe.postgres(1).isReady()).isFalse();
  }

  private static ServerSocket serverThatAnswers(char answer) throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(server, answer));
    return server;
  }

  private static void serve(ServerSocket server, char answer) {
    while (!server.isClosed()) {
      try (var client = server.accept()) {
        client.getInputStream().readNBytes(8);
        client.getOutputStream().write(answer);
        client.getOutputStream().flush();
        client.getInputStream().readAllBytes();
      } catch (IOException e) {
        // Either the test is over, or a probe gave up and comes again.
        if (server.isClosed()) {
          return;
        }
      }
    }
  }
}
