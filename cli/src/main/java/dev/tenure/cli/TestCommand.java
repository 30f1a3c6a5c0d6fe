package dev.tenure.cli;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.stack.Distribution;
import dev.tenure.cli.stack.Marketplace;
import dev.tenure.cli.terminal.Console;
import dev.tenure.cli.verify.Checkout;
import dev.tenure.cli.verify.TestReport;
import dev.tenure.cli.verify.TestTools;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "test",
    description =
        "Gets what the tests need (a browser, Temporal's CLI, a few programs), says what it does,"
            + " runs every test, and names each one that was skipped.")
final class TestCommand implements Callable<Integer> {
  private static final Set<String> OF_THE_MACHINE =
      Set.of("TENURE_CACHE", "TENURE_JAVA_HOME", "TENURE_JDK_FOLDERS");

  @Option(names = "--prepare", description = "Only get what the tests need; run none.")
  boolean prepare;

  @Parameters(
      paramLabel = "MAVEN",
      description = "Passed on to Maven, after --, as in: tenure test -- -pl cli -am")
  List<String> arguments = List.of();

  @Override
  public Integer call() throws InterruptedException {
    var console = Console.standardOutput();
    var distribution = Distribution.ofThisProgram();
    var checkout = new Checkout(distribution.sources(), distribution.javaHome());
    var tools = new TestTools(Environment.ofThisProcess(), checkout, console).get();
    if (prepare) {
      console.say("Everything that the tests need is there.");
      return ExitCode.DONE;
    }
    console.say("Building, and running every test");
    var begun = Instant.now();
    var exit = run(checkout, tools);
    var report = TestReport.since(begun, checkout);
    report.lines().forEach(console::say);
    if (exit != 0) {
      console.say("The build failed; see above.");
    }
    return exit == 0 && report.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** No test shall ever see the token of a real marketplace, or the keys of a real front. */
  private static boolean isSettingOfAStack(String variable) {
    return Marketplace.isVariable(variable)
        || variable.startsWith("TEMPORAL_")
        || (variable.startsWith("TENURE_") && !OF_THE_MACHINE.contains(variable));
  }

  private int run(Checkout checkout, Map<String, String> tools) throws InterruptedException {
    var all = new ArrayList<>(List.of("--fail-at-end", "verify"));
    all.addAll(arguments);
    var builder = new ProcessBuilder(checkout.maven(all.toArray(String[]::new))).inheritIO();
    builder.directory(checkout.root().toFile());
    builder.environment().keySet().removeIf(TestCommand::isSettingOfAStack);
    builder.environment().putAll(tools);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new Refused("Maven cannot be started: " + e.getMessage(), e);
    }
  }
}
