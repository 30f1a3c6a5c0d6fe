package dev.tenure.cli.hire;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.http.Answer;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Screen;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Shows one hire: where it stands, what it waits for, and what can be done.",
    mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {
  @Mixin FrontOptions front = new FrontOptions();

  @Parameters(paramLabel = "HIRE", description = HireLookup.WORDS)
  @SuppressWarnings("NullAway.Init")
  String hire;

  @Override
  public Integer call() {
    var answer = new HireLookup(front.front()).find(hire);
    front.print(answer, screen -> print(screen, answer));
    return ExitCode.DONE;
  }

  private static void print(Screen screen, Answer answer) {
    new HirePrinter(screen, Instant.now()).printWhole(answer.json());
    answer.tag().ifPresent(tag -> screen.line("Its tag, for --if-match: " + tag));
  }
}
