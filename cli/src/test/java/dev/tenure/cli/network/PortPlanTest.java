package dev.tenure.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortPlanTest {

  @Test
  void everyPortIsCountedFromTheBase() {
    var plan = PortPlan.of(new Environment(Map.of("TENURE_PORT_BASE", "9100")));
    assertThat(Stream.of(Port.values()).map(plan::of))
        .containsExactly(9100, 9101, 9102, 9103, 9104, 9105, 9106, 9107, 9108);
  }

  @Test
  void withoutASettingTheBaseIs8800() {
    assertThat(PortPlan.of(new Environment(Map.of())).url(Port.API))
        .isEqualTo("http://127.0.0.1:8800");
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.7.5, http://192.168.7.5:8800",
    "tenure.lan, http://tenure.lan:8800",
    "0.0.0.0, http://127.0.0.1:8800",
    "::, http://127.0.0.1:8800",
    "fd00::5, http://[fd00::5]:8800"
  })
  void anApiOnAnotherAddressIsCalledWhereItListens(String host, String url) {
    var plan = PortPlan.of(new Environment(Map.of("TENURE_API_HOST", host)));
    assertThat(plan.url(Port.API)).isEqualTo(url);
    assertThat(plan.url(Port.SANDBOX)).isEqualTo("http://127.0.0.1:8803");
  }

  @Test
  void aBaseThatIsNotANumberIsRefusedByName() {
    assertThatThrownBy(() -> PortPlan.of(new Environment(Map.of("TENURE_PORT_BASE", "high"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("TENURE_PORT_BASE")
        .hasMessageContaining("high");
  }

  @Test
  void aBaseWhosePortsWouldNotExistIsRefused() {
    assertThatThrownBy(() -> new PortPlan(65_530))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("65530");
  }
}
