package dev.tenure.cli.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalCliFinderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final List<String> said = new ArrayList<>();

  @Test
  void theOneInTheCacheIsTakenWithoutAskingAnybody() throws IOException {
    var program = fake("cache/temporal-1.5.1", "1.29.1");
    var found = finder(Map.of("TENURE_CACHE", folder.resolve("cache").toString())).find();
    assertThat(found.program()).isEqualTo(program);
    assertThat(said).isEmpty();
  }

  @Test
  void theOneThatIsNamedWins() throws IOException {
    fake("cache/temporal-1.5.1", "1.29.1");
    var named = fake("mine", "1.31.2");
    var env =
        Map.of(
            "TENURE_CACHE", folder.resolve("cache").toString(),
            "TENURE_TEMPORAL_CLI", named.toString());
    assertThat(finder(env).find().server()).isEqualTo(Version.parse("1.31.2"));
  }

  @Test
  void aNamedProgramThatIsNotATemporalCliIsRefused() {
    assertThatThrownBy(() -> finder(Map.of("TENURE_TEMPORAL_CLI", "/bin/true")).find())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("/bin/true");
  }

  @Test
  void withoutGoTheBuildIsPassedOverInWords() {
    assertThat(new GoInstall(folder, "").obtain(said::add)).isEmpty();
    assertThat(said).singleElement().asString().contains("Go is not on the PATH");
  }

  private TemporalCliFinder finder(Map<String, String> env) {
    return new TemporalCliFinder(new Environment(env), said::add);
  }

  private Path fake(String where, String server) throws IOException {
    var program = Files.createDirectories(folder.resolve(where)).resolve("temporal");
    Files.writeString(
        program, "#!/bin/sh\necho 'temporal version 1.5.1 (Server " + server + ", UI 2)'\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
