package dev.tenure.cli.option;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Style;
import dev.tenure.cli.terminal.Terminal;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command prints what it found. */
public class OutputOptions {
  @Option(names = "--json", description = "Print JSON: the API's answer as it comes.")
  public boolean json;

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  CommandSpec command;

  final Environment env = Environment.ofThisProcess();

  public final Screen screen() {
    return new Screen(
        command.commandLine().getOut(),
        Style.of(env, Terminal.isThere() && !json),
        json ? Screen.UNLIMITED : Terminal.width(env));
  }

  /** The options that are declared in these classes and were typed, by their names. */
  public final List<String> given(Class<?>... declaring) {
    var typed = command.commandLine().getParseResult();
    return command.options().stream()
        .filter(typed::hasMatchedOption)
        .filter(
            option ->
                option.userObject() instanceof Field field
                    && List.of(declaring).contains(field.getDeclaringClass()))
        .map(OptionSpec::longestName)
        .toList();
  }

  /** Tells the user something that is no part of the answer. */
  public final void say(String words) {
    new Screen(command.commandLine().getErr(), new Style(false), screen().width()).line(words);
  }

  /** Prints an answer: untouched, or in words. */
  public final void print(Answer answer, Consumer<Screen> words) {
    printOwn(answer.body(), words);
  }

  /** Prints what this program found or put together by itself: as JSON, or in words. */
  public final void printOwn(String asJson, Consumer<Screen> words) {
    if (json) {
      screen().json(asJson);
    } else {
      words.accept(screen());
    }
  }
}
