package dev.tenure.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.FreePorts;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusyPortsTest {

  @Test
  void aBusyPortIsNamedWithItsUseAndTheSettingThatMovesIt() throws IOException {
    try (var socket = FreePorts.busy()) {
      var plan = new PortPlan(socket.getLocalPort() - Port.SANDBOX.distance());
      assertThatThrownBy(() -> BusyPorts.refuse(plan, List.of(Port.SANDBOX)))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("Port " + socket.getLocalPort())
          .hasMessageContaining("the sandbox")
          .hasMessageContaining("TENURE_PORT_BASE=");
    }
  }

  @Test
  void aPortIsBusyOnTheAddressThatItShallListenOn() throws IOException {
    try (var socket = new ServerSocket(FreePorts.one(), 1, InetAddress.getByName("127.0.0.2"))) {
      var port = socket.getLocalPort();
      var there = new PortPlan(port, "127.0.0.2", PortPlan.LOOPBACK);
      assertThat(BusyPorts.words(there, List.of(Port.API))).contains("Port " + port);
      assertThat(BusyPorts.words(new PortPlan(port), List.of(Port.API))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"198.51.100.77", "nowhere.invalid"})
  void anAddressThatIsNotOfThisMachineIsNamedWithItsSetting(String host) throws IOException {
    var plan = new PortPlan(FreePorts.one(), host, PortPlan.LOOPBACK);
    assertThat(BusyPorts.words(plan, List.of(Port.API)))
        .contains(host, "no address of this machine", "TENURE_API_HOST");
  }

  @Test
  void aFreePortPasses() throws IOException {
    var plan = new PortPlan(FreePorts.one());
    assertThatCode(() -> BusyPorts.refuse(plan, List.of(Port.API))).doesNotThrowAnyException();
  }
}
