package dev.tenure.cli.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.FreePorts;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

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
  void aFreePortPasses() throws IOException {
    var plan = new PortPlan(FreePorts.one());
    assertThatCode(() -> BusyPorts.refuse(plan, List.of(Port.API))).doesNotThrowAnyException();
  }
}
