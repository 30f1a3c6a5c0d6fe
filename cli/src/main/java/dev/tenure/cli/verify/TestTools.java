package dev.tenure.cli.verify;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.program.Programs;
import dev.tenure.cli.temporal.TemporalCliFinder;
import dev.tenure.cli.terminal.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gets everything beside Java that the tests need, and says what it does. */
public final class TestTools {
  /**
   * The guides' lines are run as they stand, and a clone is made. Each is a package of its name.
   */
  private static final List<String> PROGRAMS = List.of("bash", "curl", "git", "jq", "tar");

  private final Environment env;
  private final Checkout checkout;
  private final Console console;
  private final Optional<PackageInstaller> packages;

  public TestTools(Environment env, Checkout checkout, Console console) {
    this.env = env;
    this.checkout = checkout;
    this.console = console;
    this.packages = PackageInstaller.of(env, console);
  }

  /**
   * Returns the variables by which the tests find them.
   *
   * @throws Refused when something is missing and cannot be had here
   */
  public Map<String, String> get() {
    console.say("JDK: " + checkout.javaHome());
    programs();
    console.say("Programs: " + String.join(", ", PROGRAMS));
    var temporal = temporal();
    console.say("Temporal CLI: " + temporal);
    var browser = new BrowserFinder(env, packages, checkout, console).find();
    console.say("Browser: " + browser);
    var variables = new TreeMap<String, String>();
    variables.put("JAVA_HOME", checkout.javaHome().toString());
    variables.put("TENURE_TEMPORAL_CLI", temporal.toString());
    variables.put("CHROMIUM", browser.toString());
    variables.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    return variables;
  }

  private void programs() {
    var missing = missing();
    if (!missing.isEmpty()) {
      packages.ifPresent(installer -> installer.install(missing));
    }
    var still = missing();
    if (!still.isEmpty()) {
      throw new Refused(
          "The tests need " + String.join(", ", still) + ". Install it with your package manager");
    }
  }

  private List<String> missing() {
    return PROGRAMS.stream().filter(name -> !isThere(name)).toList();
  }

  private boolean isThere(String program) {
    return Programs.onPath(program, env.get("PATH", "")).isPresent();
  }

  /** Where it cannot be downloaded it is built, which takes Go. */
  private Path temporal() {
    var finder = new TemporalCliFinder(env, console);
    try {
      return finder.find().program();
    } catch (Refused e) {
      if (isThere("go")
          || packages
              .filter(installer -> installer.install(List.of("golang-go", "ca-certificates")))
              .isEmpty()) {
        throw e;
      }
      return finder.find().program();
    }
  }
}
