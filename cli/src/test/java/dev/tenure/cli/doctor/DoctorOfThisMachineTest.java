package dev.tenure.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.FakeFront;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.ProxyVariables;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor where no front is named. */
class DoctorOfThisMachineTest {

  @Test
  void whatListensAtThePortsOfAHomeWithoutAStackIsNotTakenForIt(@TempDir Path home) {
    try (var foreign = new FakeFront()) {
      foreign.tell("GET /health/readiness", 200, "{\"status\":\"UP\"}");
      var port = URI.create(foreign.url()).getPort();
      for (int base : new int[] {port, port - 5}) {
        var env =
            new Environment(Map.of("TENURE_HOME", home.toString(), "TENURE_PORT_BASE", "" + base));
        var found =
            new Doctor(
                    env,
                    () -> new FrontClient(FrontAddress.of(env, null), ProxyVariables.none()),
                    false)
                .look();
        assertThat(found)
            .filteredOn(one -> one.name().equals("api") || one.name().equals("worker"))
            .hasSize(2)
            .allSatisfy(
                one -> {
                  assertThat(one.status()).isEqualTo(CheckResult.Status.RED);
                  assertThat(one.words())
                      .containsIgnoringCase("no stack runs in TENURE_HOME=" + home);
                });
      }
      assertThat(foreign.asked()).isEmpty();
    }
  }
}
