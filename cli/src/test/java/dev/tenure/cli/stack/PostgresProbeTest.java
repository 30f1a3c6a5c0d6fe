package dev.tenure.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PostgresProbeTest {

  @Test
  void aServerThatAsksForThePasswordIsReady() throws IOException {
    assertThat(probeOfAServerThatAnswers('R')).isTrue();
  }

  @Test
  void aServerThatStillRecoversIsNotReady() throws IOException {
    assertThat(probeOfAServerThatAnswers('E')).isFalse();
  }

  @Test
  void nobodyOnThePortIsNotReady() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(Probe.postgres(port).isReady()).isFalse();
  }

  private static boolean probeOfAServerThatAnswers(char answer) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (var client = server.accept()) {
                  client.getInputStream().readNBytes(8);
                  client.getOutputStream().write(answer);
                  client.getOutputStream().flush();
                  client.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      return Probe.postgres(server.getLocalPort()).isReady();
    }
  }
}
