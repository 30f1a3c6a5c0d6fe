package dev.tenure.cli.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyPortsTest {

  @Test
  void aBusyPortIsNamedWithItsUseAndTheSettingThatMovesIt() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var plan = new PortPlan(socket.getLocalPort() - Port.SANDBOX.distance());
      assertThatThrownBy(() -> BusyPorts.refuse(plan, List.of(Port.SANDBOX)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("Port " + socket.getLocalPort())
          .hasMessageContaining("the sandbox")
          .hasMessageContaining("TENURE_PORT_BASE=");
    }
  }

  @Test
  void aFreePortPasses() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatCode(() -> BusyPorts.refuse(new PortPlan(port), List.of(Port.API)))
        .doesNotThrowAnyException();
  }
}
