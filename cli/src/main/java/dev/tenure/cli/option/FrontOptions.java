package dev.tenure.cli.option;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.Answer;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Style;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every everyday command takes: which front, and how the answer is printed. */
public final class FrontOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The front; else TENURE_URL, else the stack of this machine.")
  @Nullable String url;

  @Option(names = "--json", description = "Print the API's answer as it comes.")
  public boolean json;

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  CommandSpec command;

  private final Environment env = Environment.ofThisProcess();

  public FrontClient front() {
    return new FrontClient(FrontAddress.of(env, url), ProxyVariables.of(env));
  }

  public Screen screen() {
    return new Screen(command.commandLine().getOut(), Style.of(env, atTerminal() && !json));
  }

  // From JDK 22 on there may be a console where there is no terminal, and from 25 on none again.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean atTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  /** Tells the user something that is no part of the answer. */
  public void say(String words) {
    new Screen(command.commandLine().getErr(), new Style(false)).line(words);
  }

  /** Prints an answer: untouched, or in words. */
  public void print(Answer answer, Consumer<Screen> words) {
    printOwn(answer.body(), words);
  }

  /** Prints what this program found by itself: as JSON, or in words. */
  public void printOwn(String asJson, Consumer<Screen> words) {
    if (json) {
      screen().json(asJson);
    } else {
      words.accept(screen());
    }
  }

  /** Whether the front was named, and so may be on another machine. */
  public boolean remote() {
    return url != null || env.get("TENURE_URL").isPresent();
  }
}
