package dev.tenure.cli.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void theVersionThatMadeTheFileIsWrittenBesideIt() throws IOException {
    new DatabaseFile(folder).claimFor(cli("1.29.1"));
    assertThat(folder.resolve("server-version")).hasContent("1.29.1");
  }

  @Test
  void anotherVersionIsRefusedWithBothVersionsAndTheRemedy() throws IOException {
    var file = new DatabaseFile(folder);
    file.claimFor(cli("1.29.1"));
    Files.createFile(file.path());
    assertThatThrownBy(() -> file.claimFor(cli("1.31.0")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("1.29.1")
        .hasMessageContaining("1.31.0")
        .hasMessageContaining("TENURE_TEMPORAL_CLI");
    assertThatCode(() -> file.claimFor(cli("1.29.1"))).doesNotThrowAnyException();
  }

  @Test
  void aVersionIsReadFromTheProgramsOwnWords() {
    assertThat(TemporalCli.serverIn("temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1)"))
        .contains(Version.parse("1.29.1"));
    assertThat(TemporalCli.serverIn("command not found")).isEmpty();
  }

  private static TemporalCli cli(String server) {
    return new TemporalCli(Path.of("temporal"), Version.parse(server));
  }
}
