package dev.tenure.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On machines that have only what a test puts there. */
@Timeout(300)
@SuppressWarnings("NullAway.Init")
class TestToolsTest {
  private static final List<String> PROGRAMS = List.of("bash", "curl", "git", "jq", "tar");

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private final Map<String, String> env = new HashMap<>();
  private Path bin;
  private Path temporal;

  @BeforeEach
  void makeAMachine() throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    temporal =
        script(folder.resolve("temporal"), "echo 'temporal version 1.5.1 (Server 1.29.1, UI 2)'");
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    script(folder.resolve("mvnw"), "exit 1");
    env.put("PATH", bin.toString());
    env.put("HOME", folder.toString());
    env.put("TENURE_TEMPORAL_CLI", temporal.toString());
  }

  @Test
  void whatIsThereIsTakenAndNamedToTheTests() throws IOException {
    install(PROGRAMS);
    var browser = script(bin.resolve("chromium"), ":");
    assertThat(tools().get())
        .containsEntry("CHROMIUM", browser.toString())
        .containsEntry("TENURE_TEMPORAL_CLI", temporal.toString())
        .containsEntry("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    assertThat(said).contains("Browser: " + browser);
  }

  @Test
  void theBrowserThatIsNamedWins() throws IOException {
    install(PROGRAMS);
    script(bin.resolve("chromium"), ":");
    var mine = script(folder.resolve("mine"), ":");
    env.put("CHROMIUM", mine.toString());
    assertThat(tools().get()).containsEntry("CHROMIUM", mine.toString());
    env.put("CHROMIUM", script(folder.resolve("broken"), "exit 127").toString());
    assertThatThrownBy(() -> tools().get())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("CHROMIUM=")
        .hasMessageContaining("no browser that runs here");
  }

  @Test
  void aBrowserThatPlaywrightDownloadedBeforeIsTakenIfItRuns() throws IOException {
    install(PROGRAMS);
    var cache = folder.resolve(".cache/ms-playwright");
    var old = downloaded(cache, "chromium-1000/chrome-linux/chrome", ":");
    assertThat(tools().get()).containsEntry("CHROMIUM", old.toString());
    var broken = downloaded(cache, "chromium-1200/chrome-linux/chrome", "exit 127");
    assertThat(tools().get()).containsEntry("CHROMIUM", old.toString());
    assertThat(said).anyMatch(words -> words.startsWith(broken + " does not run"));
  }

  @Test
  void whatIsMissingIsInstalledFromTheDistribution() throws IOException {
    install(List.of("bash", "git", "tar"));
    aptGetThatInstalls("curl jq chromium");
    assertThat(tools().get()).containsEntry("CHROMIUM", bin.resolve("chromium").toString());
    assertThat(said).contains("Installing curl, jq with apt-get");
    assertThat(folder.resolve("apt.log")).content().containsOnlyOnce("update").contains("curl jq");
  }

  @Test
  void whatCannotBeInstalledIsNamed() throws IOException {
    install(List.of("bash", "curl", "git", "tar"));
    assertThatThrownBy(() -> tools().get())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("The tests need jq.");
    install(List.of("jq"));
    assertThatThrownBy(() -> tools().get())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("No Chromium")
        .hasMessageContaining("CHROMIUM");
    assertThat(said).contains("Downloading a Chromium with Playwright");
  }

  @Test
  void aFolderThatIsNoWorkingCopyIsRefused() {
    assertThatThrownBy(() -> new Checkout(folder.resolve("bin"), Path.of("java")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no working copy of Tenure");
  }

  private TestTools tools() {
    return new TestTools(new Environment(env), new Checkout(folder, Path.of("jdk")), said::add);
  }

  private void install(List<String> programs) throws IOException {
    for (var program : programs) {
      script(bin.resolve(program), ":");
    }
  }

  /** Installs for root, and for others by a sudo of the machine's own. */
  private void aptGetThatInstalls(String programs) throws IOException {
    script(
        bin.resolve("apt-get"),
        """
        echo "$@" >> %s/apt.log
        case "$*" in *install*) ;; *) exit 0;; esac
        for program in %s; do
          case "$*" in *"$program"*) cp %s/bash %s/$program;; esac
        done"""
            .formatted(folder, programs, bin, bin));
    script(
        bin.resolve("sudo"), "shift; case \"$1\" in *=*) export \"$1\"; shift;; esac; exec \"$@\"");
  }

  private static Path downloaded(Path cache, String where, String body) throws IOException {
    Files.createDirectories(cache.resolve(where).resolveSibling("."));
    return script(cache.resolve(where), body);
  }

  private static Path script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
