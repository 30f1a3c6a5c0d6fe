package dev.tenure.cli.everyday;

import dev.tenure.cli.ExitCode;
import dev.tenure.cli.front.Query;
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

  @Parameters(paramLabel = "HIRE", description = "The hire's id.")
  @SuppressWarnings("NullAway.Init")
  String hire;

  @Override
  public Integer call() {
    var answer = front.front().get("/v1/hires/" + Query.encoded(hire));
    front.print(answer, screen -> new HireWords(screen, Instant.now()).print(answer.json()));
    return ExitCode.DONE;
  }
}
