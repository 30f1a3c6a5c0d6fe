package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A working copy whose Git converts line ends, as installed on Windows, still runs. */
@Timeout(300)
class LineEndTest {
  private static final List<String> SCRIPTS =
      List.of("tenure", "mvnw", ".ci/run", "dist/compose/ready.sh", "acceptance/containers/run");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aCloneThatConvertsLineEndsHasScriptsThatAShellCanRun() throws Exception {
    var origin = Files.createDirectories(folder.resolve("origin"));
    git(origin, "init", "--quiet");
    for (var file : SCRIPTS) {
      copy(file, origin);
    }
    copy(".gitattributes", origin);
    git(origin, "add", "--all");
    git(origin, "-c", "user.name=t", "-c", "user.email=t@t", "commit", "--quiet", "-m", "all");
    git(folder, "clone", "--quiet", "-c", "core.autocrlf=true", origin.toString(), "clone");
    for (var file : SCRIPTS) {
      assertThat(Files.readString(folder.resolve("clone").resolve(file)))
          .as(file)
          .startsWith("#!")
          .doesNotContain("\r");
    }
  }

  private static void copy(String file, Path origin) throws IOException {
    var target = origin.resolve(file);
    Files.createDirectories(target.resolveSibling("."));
    Files.copy(Path.of("..").resolve(file), target);
  }

  private static void git(Path folder, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(words).isZero();
  }
}
