package dev.tenure.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.FreePorts;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox is played by the JDK's own file server, which serves one file: the readiness. */
@Timeout(300)
@SuppressWarnings("NullAway.Init")
class SandboxAloneTest {
  @TempDir Path folder;

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private Distribution distribution;

  @BeforeEach
  void playTheSandbox() throws IOException {
    var served = Files.createDirectories(folder.resolve("served/health"));
    Files.writeString(served.resolve("readiness"), "{}");
    Files.createDirectories(folder.resolve("dist/roles"));
    Files.createFile(folder.resolve("dist/roles/sandbox.args"));
    var java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\nexec '%s/bin/java' -m jdk.httpserver -b 127.0.0.1 -p \"$SANDBOX_PORT\" -d '%s'\n"
            .formatted(System.getProperty("java.home"), served.getParent()));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    distribution = new Distribution(folder.resolve("dist"), folder.resolve("jdk"));
  }

  @Test
  void itTellsItsAddressesAndEndsWithTheOneWhoStartedIt() throws Exception {
    int base = FreePorts.one() - Port.SANDBOX.distance();
    var alone = alone(base);
    var running = Thread.ofPlatform().start(() -> run(alone));
    awaitWords("The sandbox is up");
    assertThat(Probe.http("http://127.0.0.1:" + (base + 3) + "/health/readiness").isReady())
        .isTrue();
    awaitWords("http://127.0.0.1:" + (base + 3) + "/");
    running.interrupt();
    awaitWords("The sandbox is down");
    running.join();
    assertThat(Probe.http("http://127.0.0.1:" + (base + 3) + "/health/readiness").isReady())
        .isFalse();
    assertThat(new Records(new Home(folder.resolve("home"))).processes()).isEmpty();
  }

  @Test
  void aBusyPortIsRefusedWithItsRemedy() throws IOException {
    try (var busy = FreePorts.busy()) {
      assertThatThrownBy(() -> alone(busy.getLocalPort() - 3).runSandboxAlone())
          .isInstanceOf(Refused.class)
          .hasMessageContaining("wanted for the sandbox, is busy")
          .hasMessageContaining("TENURE_PORT_BASE");
    }
  }

  private Stack alone(int base) {
    var env = new Environment(Map.of("TENURE_PORT_BASE", Integer.toString(base)));
    return new Stack(new StackPlan(env, new Home(folder.resolve("home")), distribution, said::add));
  }

  private void run(Stack alone) {
    try {
      alone.runSandboxAlone();
    } catch (InterruptedException e) {
      said.add("interrupted");
    }
  }

  private void awaitWords(String words) throws InterruptedException {
    String next;
    do {
      next = said.take();
    } while (!next.contains(words));
  }
}
