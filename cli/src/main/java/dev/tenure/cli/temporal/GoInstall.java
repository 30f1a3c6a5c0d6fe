package dev.tenure.cli.temporal;

import dev.tenure.cli.program.Programs;
import dev.tenure.cli.terminal.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the program from its published source where Go is present. */
record GoInstall(Path folder, String path) implements TemporalCliFinder.Source {
  private static final String MODULE = "github.com/temporalio/cli/cmd/temporal@v";
  private static final Duration AT_MOST = Duration.ofMinutes(20);

  @Override
  public Optional<Path> obtain(Console console) {
    var go = Programs.onPath("go", path);
    if (go.isEmpty()) {
      console.say("Go is not on the PATH, so the Temporal CLI cannot be built here");
      return Optional.empty();
    }
    console.say(
        "Building the Temporal CLI " + TemporalCli.PINNED + " with Go, once; this takes minutes");
    var result =
        Programs.run(
            List.of(go.get().toString(), "install", MODULE + TemporalCli.PINNED),
            Map.of("GOBIN", folder.toString(), "GOFLAGS", ""),
            console,
            "still building the Temporal CLI",
            AT_MOST);
    if (!result.succeeded()) {
      console.say("  that failed: " + result.lastLine());
      return Optional.empty();
    }
    return Optional.of(folder.resolve("temporal"));
  }
}
