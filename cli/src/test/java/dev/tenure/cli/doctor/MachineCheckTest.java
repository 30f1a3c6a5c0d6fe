package dev.tenure.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.FreePorts;
import dev.tenure.cli.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void anOldJavaIsRed() {
    assertThat(MachineCheck.jdk(25).status()).isEqualTo(CheckResult.Status.GREEN);
    assertThat(MachineCheck.jdk(21).status()).isEqualTo(CheckResult.Status.RED);
    assertThat(MachineCheck.jdk(21).remedy()).contains("TENURE_JAVA_HOME");
  }

  @Test
  void aBusyPortIsRedAndNamesTheVariableThatMovesIt() throws IOException {
    try (var busy = FreePorts.busy()) {
      var ports = named("ports", Map.of("TENURE_PORT_BASE", "" + busy.getLocalPort()));
      assertThat(ports.status()).isEqualTo(CheckResult.Status.RED);
      assertThat(ports.remedy())
          .contains("Port " + busy.getLocalPort(), "the api", "TENURE_PORT_BASE=");
    }
  }

  @Test
  void aFolderThatIsAFileIsRed() throws IOException {
    var file = Files.createFile(folder.resolve("file"));
    var found = named("folder", Map.of("TENURE_HOME", file.toString()));
    assertThat(found.status()).isEqualTo(CheckResult.Status.RED);
    assertThat(found.remedy()).contains("TENURE_HOME");
  }

  @Test
  void halfAMarketplaceIsRedAndNoneIsTheSandbox() {
    assertThat(named("token", Map.of("OT_API_TOKEN", "t")).status())
        .isEqualTo(CheckResult.Status.RED);
    assertThat(named("token", Map.of()).words()).contains("sandbox");
  }

  private CheckResult named(String name, Map<String, String> variables) {
    var all = new java.util.HashMap<>(variables);
    all.putIfAbsent("TENURE_HOME", folder.resolve("home").toString());
    return new MachineCheck(new Environment(all))
        .findings().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
