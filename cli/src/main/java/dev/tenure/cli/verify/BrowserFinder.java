package dev.tenure.cli.verify;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.program.Programs;
import dev.tenure.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a Chromium: the one named by {@code CHROMIUM}, else one on the PATH, else one that
 * Playwright has downloaded before; else the distribution's package, else Playwright's download.
 */
final class BrowserFinder {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** As Playwright's archives call the program, on Linux and on macOS. */
  private static final Set<String> PLAYWRIGHTS_NAMES =
      Set.of("chrome", "Chromium", "Google Chrome for Testing");

  private static final int DEPTH = 7;
  private static final Duration DOWNLOAD_WITHIN = Duration.ofMinutes(20);

  private final Environment env;
  private final Optional<PackageInstaller> packages;
  private final Checkout checkout;
  private final Console console;

  BrowserFinder(
      Environment env, Optional<PackageInstaller> packages, Checkout checkout, Console console) {
    this.env = env;
    this.packages = packages;
    this.checkout = checkout;
    this.console = console;
  }

  Path find() {
    return named()
        .or(this::onPath)
        .or(this::downloaded)
        .or(this::installed)
        .or(this::download)
        .orElseThrow(
            () ->
                new Refused(
                    "No Chromium could be found or fetched. Install one, or name one by CHROMIUM"));
  }

  private Optional<Path> named() {
    return env.get("CHROMIUM")
        .map(Path::of)
        .map(
            program -> {
              if (!runs(program)) {
                throw new Refused("CHROMIUM=" + program + " is no browser that runs here");
              }
              return program;
            });
  }

  private Optional<Path> onPath() {
    return NAMES.stream()
        .flatMap(name -> Programs.onPath(name, env.get("PATH", "")).stream())
        .filter(this::runs)
        .findFirst();
  }

  private Optional<Path> downloaded() {
    var folder = playwrightsFolder();
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files =
        Files.find(
            folder,
            DEPTH,
            (file, attributes) ->
                attributes.isRegularFile()
                    && PLAYWRIGHTS_NAMES.contains(file.getFileName().toString()))) {
      return files.sorted(Comparator.reverseOrder()).filter(this::runs).findFirst();
    } catch (IOException e) {
      throw new Refused(folder + " cannot be read", e);
    }
  }

  private Optional<Path> installed() {
    return packages
        .filter(installer -> installer.install(List.of("chromium")))
        .flatMap(installer -> onPath());
  }

  private Optional<Path> download() {
    console.say("Downloading a Chromium with Playwright");
    var library = checkout.root().resolve("sandbox/target/playwright");
    var copied =
        Programs.run(
            checkout.maven(
                "-q",
                "-pl",
                "sandbox",
                "dependency:copy-dependencies",
                "-DincludeScope=test",
                "-DincludeGroupIds=com.microsoft.playwright,com.google.code.gson",
                "-DoutputDirectory=" + library),
            Map.of("JAVA_HOME", checkout.javaHome().toString()),
            console,
            "still fetching Playwright",
            DOWNLOAD_WITHIN);
    var fetched =
        copied.succeeded()
            ? Programs.run(
                List.of(
                    checkout.javaHome().resolve("bin/java").toString(),
                    "-cp",
                    library + "/*",
                    "com.microsoft.playwright.CLI",
                    "install",
                    "chromium"),
                Map.of(),
                console,
                "still downloading the browser",
                DOWNLOAD_WITHIN)
            : copied;
    if (!fetched.succeeded()) {
      console.say("  that failed: " + fetched.lastLine());
    }
    return downloaded();
  }

  private Path playwrightsFolder() {
    return env.get("PLAYWRIGHT_BROWSERS_PATH")
        .map(Path::of)
        .orElseGet(
            () -> {
              var home = Path.of(env.get("HOME", System.getProperty("user.home")));
              return System.getProperty("os.name", "").startsWith("Mac")
                  ? home.resolve("Library/Caches/ms-playwright")
                  : home.resolve(".cache/ms-playwright");
            });
  }

  /** A download without the libraries that it needs is there and does not run. */
  private boolean runs(Path program) {
    if (!Files.isExecutable(program)) {
      return false;
    }
    var answer = Programs.run(Programs.command(program, "--version"));
    if (!answer.succeeded()) {
      console.say(program + " does not run: " + answer.lastLine());
    }
    return answer.succeeded();
  }
}
