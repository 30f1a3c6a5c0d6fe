package dev.tenure.cli.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.FakeFront;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.RunningStacks;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.network.PortPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which front a command speaks with. */
class FrontAddressTest {
  private static final ProcessRecord ALIVE = ProcessRecord.of("api", ProcessHandle.current());
  private static final ProcessRecord GONE = new ProcessRecord("api", 1L << 30, Instant.EPOCH);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void theStackOfTheHomeIsMeantWhateverPortItHas() {
    up("mine", 9100, ALIVE);
    assertThat(FrontAddress.of(env("mine"), null).origin()).isEqualTo("http://127.0.0.1:9100");
  }

  @Test
  void withoutAStackOfItsOwnAHomeSteersNobodyElses() {
    try (var foreign = new FakeFront()) {
      var port = URI.create(foreign.url()).getPort();
      var env = env("empty", "TENURE_PORT_BASE", "" + port);
      assertThatThrownBy(() -> FrontAddress.of(env, null))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("No stack runs in TENURE_HOME=" + folder.resolve("empty"))
          .hasMessageContaining("Whoever listens at " + foreign.url() + " is another")
          .hasMessageContaining("--url " + foreign.url());
      up("other", port, ALIVE);
      assertThatThrownBy(() -> FrontAddress.of(env, null))
          .hasMessageContaining("belongs to TENURE_HOME=" + folder.resolve("other"));
      assertThat(FrontAddress.of(env, foreign.url()).origin()).isEqualTo(foreign.url());
      assertThat(foreign.asked()).isEmpty();
    }
  }

  @Test
  void aPortThatContradictsTheHomeIsRefusedWithBothNamed() {
    up("mine", 9100, ALIVE);
    up("other", 9300, ALIVE);
    assertThatThrownBy(() -> FrontAddress.of(env("mine", "TENURE_PORT_BASE", "9300"), null))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("from port 9100, and TENURE_PORT_BASE says 9300")
        .hasMessageContaining("where the stack of TENURE_HOME=" + folder.resolve("other"));
    assertThat(FrontAddress.of(env("mine", "TENURE_PORT_BASE", "9100"), null).origin())
        .endsWith(":9100");
  }

  @Test
  void aStackWhoseApiIsDeadIsNotLookedForAtItsPort() {
    up("mine", 9100, GONE);
    assertThatThrownBy(() -> FrontAddress.of(env("mine"), null))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("does not run now. See: tenure status");
  }

  @Test
  void anApiThatOutlivedItsSupervisorIsStillTheHomesOwn() {
    up("mine", 9100, ALIVE, GONE);
    assertThat(FrontAddress.of(env("mine"), null).origin()).endsWith(":9100");
  }

  private void up(String name, int base, ProcessRecord api) {
    up(name, base, api, ALIVE);
  }

  private void up(String name, int base, ProcessRecord api, ProcessRecord supervisor) {
    var home = new Home(folder.resolve(name)).prepare();
    var records = new Records(home);
    records.write(api);
    records.write(
        new StackRecord(supervisor, new PortPlan(base), "http://127.0.0.1:1", true, true));
    new RunningStacks(env(name)).add(home, base);
  }

  private Environment env(String home, String... more) {
    var variables = new HashMap<String, String>();
    variables.put("TENURE_HOME", folder.resolve(home).toString());
    variables.put("TENURE_CACHE", folder.resolve("cache").toString());
    for (int at = 0; at < more.length; at += 2) {
      variables.put(more[at], more[at + 1]);
    }
    return new Environment(Map.copyOf(variables));
  }
}
