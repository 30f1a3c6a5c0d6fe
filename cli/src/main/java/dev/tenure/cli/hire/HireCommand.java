package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Screen;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "hire",
    description = "Begins a hire, or shows with --plan what it would be. Asking twice is safe.")
public final class HireCommand implements Callable<Integer> {
  private static final int CREATED = 201;

  @Mixin FrontOptions front = new FrontOptions();

  @Mixin HireRequest request = new HireRequest();

  @ArgGroup How how = new How();

  /** What is to happen beside the asking. */
  static final class How {
    @Option(
        names = "--plan",
        description =
            "Only price it and check the account; starts nothing. Exit code 1: a check is red.")
    boolean plan;

    @Option(
        names = "--wait",
        description = "Wait up to 30 s for the link to confirm or decline at.")
    boolean wait;
  }

  @Override
  public Integer call() {
    var body = request.body(front);
    var client = front.front();
    if (how.plan) {
      var answer = client.post("/v1/hire-plans", body, Map.of());
      front.print(answer, screen -> new PlanPrinter(screen).print(answer.json()));
      return answer.json().path("preflight").path("status").asText().equals("red")
          ? ExitCode.FAILED
          : ExitCode.DONE;
    }
    var answer = client.post("/v1/hires", body, how.wait ? Map.of("Prefer", "wait=30") : Map.of());
    front.print(answer, screen -> print(screen, answer.json(), answer.status() == CREATED));
    return ExitCode.DONE;
  }

  private static void print(Screen screen, JsonNode hire, boolean created) {
    screen.line(
        screen
            .style()
            .good(
                created
                    ? "The hire is recorded, and will be carried out."
                    : "This hire was asked for before; this is where it stands."));
    new HirePrinter(screen, Instant.now()).print(hire);
    screen.line("Follow it with: tenure watch " + ShortId.of(hire.path("id").asText()));
  }
}
