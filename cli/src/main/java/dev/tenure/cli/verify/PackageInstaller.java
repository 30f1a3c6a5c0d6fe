package dev.tenure.cli.verify;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.program.Programs;
import dev.tenure.cli.terminal.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs packages of a Debian-like distribution, as root or by a {@code sudo} that asks for no
 * password.
 */
final class PackageInstaller {
  private static final Duration WITHIN = Duration.ofMinutes(20);
  private static final Map<String, String> NO_QUESTIONS =
      Map.of("DEBIAN_FRONTEND", "noninteractive");

  private final Console console;
  private final List<String> aptGet;
  private boolean listsAreFresh;

  private PackageInstaller(Console console, List<String> aptGet) {
    this.console = console;
    this.aptGet = aptGet;
  }

  /** Nothing where there is no such distribution, or no right to change it. */
  static Optional<PackageInstaller> of(Environment env, Console console) {
    var path = env.get("PATH", "");
    return Programs.onPath("apt-get", path)
        .flatMap(
            aptGet -> {
              if (Programs.run(List.of("id", "-u")).output().strip().equals("0")) {
                return Optional.of(List.of(aptGet.toString()));
              }
              return Programs.onPath("sudo", path)
                  .filter(sudo -> Programs.run(List.of(sudo.toString(), "-n", "true")).succeeded())
                  .map(
                      sudo ->
                          List.of(
                              sudo.toString(),
                              "-n",
                              "DEBIAN_FRONTEND=noninteractive",
                              aptGet.toString()));
            })
        .map(command -> new PackageInstaller(console, command));
  }

  /** Returns whether they are installed now; if not, why not has been said. */
  boolean install(List<String> packages) {
    console.say("Installing " + String.join(", ", packages) + " with apt-get");
    if (!listsAreFresh) {
      // Where the lists cannot be fetched, those that are there may still do.
      run("update");
      listsAreFresh = true;
    }
    var arguments = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
    arguments.addAll(packages);
    return run(arguments.toArray(String[]::new));
  }

  private boolean run(String... arguments) {
    var command = new ArrayList<>(aptGet);
    command.addAll(List.of("-qq", "-o", "DPkg::Lock::Timeout=300"));
    command.addAll(List.of(arguments));
    var result = Programs.run(command, NO_QUESTIONS, console, "apt-get is still at work", WITHIN);
    if (!result.succeeded()) {
      console.say("  apt-get " + arguments[0] + " failed: " + result.lastLine());
    }
    return result.succeeded();
  }
}
