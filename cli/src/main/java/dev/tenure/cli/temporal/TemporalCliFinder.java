package dev.tenure.cli.temporal;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.program.Programs;
import dev.tenure.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the Temporal command line program: the one named by {@code TENURE_TEMPORAL_CLI}, else the
 * pinned release from the cache, else that release downloaded or built into the cache, else one on
 * the PATH that is new enough.
 */
public final class TemporalCliFinder {
  /** One way to come by the program. */
  interface Source {
    /** The program, or nothing after having said why not. */
    Optional<Path> obtain(Console console);
  }

  private final Environment env;
  private final Console console;

  public TemporalCliFinder(Environment env, Console console) {
    this.env = env;
    this.console = console;
  }

  public TemporalCli find() {
    return named()
        .or(this::cached)
        .or(this::fetched)
        .or(this::onPath)
        .orElseThrow(TemporalCliFinder::missing);
  }

  private Optional<TemporalCli> named() {
    return env.get("TENURE_TEMPORAL_CLI")
        .map(Path::of)
        .map(
            program ->
                inspect(program)
                    .orElseThrow(
                        () ->
                            new Refused(
                                "TENURE_TEMPORAL_CLI=" + program + " is not a Temporal CLI")));
  }

  private Optional<TemporalCli> cached() {
    return inspect(cachedProgram()).filter(cli -> cli.server().equals(TemporalCli.PINNED_SERVER));
  }

  private Optional<TemporalCli> fetched() {
    var fresh = cacheFolder().resolveSibling("fetching-" + ProcessHandle.current().pid());
    return fetched(
        fresh,
        List.of(
            Download.official(fresh, Download.Machine.current(), new ProxyVariables(env)),
            new GoInstall(fresh, env.get("PATH", ""))));
  }

  /**
   * The program from the first source that has it, moved into the cache.
   *
   * @param fresh where the sources put it; it is deleted afterwards with whatever they left there
   */
  Optional<TemporalCli> fetched(Path fresh, List<Source> sources) {
    try {
      for (var source : sources) {
        var cli = source.obtain(console).flatMap(TemporalCliFinder::inspect);
        if (cli.isPresent()) {
          return Optional.of(keep(cli.get()));
        }
      }
      return Optional.empty();
    } finally {
      delete(fresh);
    }
  }

  private Optional<TemporalCli> onPath() {
    return Programs.onPath("temporal", env.get("PATH", ""))
        .flatMap(TemporalCliFinder::inspect)
        .filter(cli -> cli.server().compareTo(TemporalCli.PINNED_SERVER) >= 0);
  }

  private TemporalCli keep(TemporalCli cli) {
    try {
      Files.createDirectories(cacheFolder());
      Files.move(cli.program(), cachedProgram(), StandardCopyOption.REPLACE_EXISTING);
      return new TemporalCli(cachedProgram(), cli.server());
    } catch (IOException e) {
      throw new Refused("The Temporal CLI cannot be kept in " + cacheFolder(), e);
    }
  }

  private void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (var inside = Files.walk(folder)) {
      for (var one : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      console.say(folder + " cannot be deleted: " + e.getMessage());
    }
  }

  private Path cacheFolder() {
    return env.cache().resolve("temporal-" + TemporalCli.PINNED);
  }

  private Path cachedProgram() {
    return cacheFolder().resolve("temporal");
  }

  static Optional<TemporalCli> inspect(Path program) {
    if (!Files.isExecutable(program)) {
      return Optional.empty();
    }
    var answer = Programs.run(Programs.command(program, "--version"));
    return TemporalCli.serverIn(answer.output()).map(server -> new TemporalCli(program, server));
  }

  private static Refused missing() {
    return new Refused(
        "The Temporal CLI "
            + TemporalCli.PINNED
            + " could neither be downloaded nor built, and none is on the PATH.\n"
            + "Install it (https://docs.temporal.io/cli), or Go 1.25 or newer, or name one by TENURE_TEMPORAL_CLI");
  }
}
