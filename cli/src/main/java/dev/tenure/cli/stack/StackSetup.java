package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.terminal.Console;
import java.util.function.Predicate;

/**
 * What a stack is started from.
 *
 * @param env its variables
 * @param home its folder
 * @param distribution its programs
 * @param console where the user is told of it
 */
public record StackSetup(Environment env, Home home, Distribution distribution, Console console) {

  /** The one that the variables of this process say, of this very program. */
  public static StackSetup ofThisProcess() {
    var env = Environment.ofThisProcess();
    return new StackSetup(
        env, new Home(env.home()), Distribution.ofThisProgram(), Console.standardOutput());
  }

  /** The same without some of the variables. */
  public StackSetup without(Predicate<String> names) {
    return new StackSetup(env.without(names), home, distribution, console);
  }

  StackPlan plan() {
    return StackPlan.of(env, home, distribution);
  }

  Records records() {
    return new Records(home);
  }
}
