package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "incidents",
    description = "Lists what the engine needs a person for, with the answers possible.",
    mixinStandardHelpOptions = true)
public final class IncidentsCommand implements Callable<Integer> {
  @Mixin FrontOptions front = new FrontOptions();

  @Option(names = "--status", defaultValue = "open", description = "Default: open.")
  @SuppressWarnings("NullAway.Init")
  String status;

  @Option(names = "--account", description = "Only incidents of this account.")
  @Nullable String account;

  @Option(names = "--cause", description = "Only incidents of this cause.")
  @Nullable String cause;

  @Option(names = "--hire", description = "Only incidents of this hire.")
  @Nullable String hire;

  @Option(names = "--limit", defaultValue = "50", description = "How many, up to 200.")
  int limit;

  @Override
  public Integer call() {
    var query =
        new Query()
            .with("status", status)
            .with("account", account)
            .with("cause", cause)
            .with("hire", hire)
            .with("limit", Integer.toString(limit));
    var answer = front.front().get("/v1/incidents" + query);
    front.print(answer, screen -> print(screen, answer.json()));
    return ExitCode.DONE;
  }

  private static void print(Screen screen, JsonNode page) {
    var now = Instant.now();
    if (page.path("items").isEmpty()) {
      screen.line("Nothing needs an answer.");
    }
    for (var incident : page.path("items")) {
      print(screen, incident, now);
    }
    if (page.path("hasMore").asBoolean()) {
      screen.line("There are more; raise --limit.");
    }
  }

  private static void print(Screen screen, JsonNode incident, Instant now) {
    screen.line(
        screen.style().bad(Formats.plain(incident.path("cause")))
            + (Formats.there(incident.path("milestone"))
                ? " of " + incident.path("milestone").asText()
                : "")
            + ", opened "
            + Formats.distance(incident.path("openedAt"), now));
    screen.line("  " + Formats.text(incident.path("detail")));
    if (Formats.there(incident.path("fixUrl"))) {
      screen.line("  mend it at " + incident.path("fixUrl").asText());
    }
    var answers = new ArrayList<String>();
    incident.path("actions").forEach(action -> answers.add(action.asText()));
    if (!answers.isEmpty()) {
      screen.line(
          "  tenure resolve %s %s %s"
              .formatted(
                  Formats.text(incident.path("hireId")),
                  Formats.text(incident.path("id")),
                  String.join("|", answers)));
    }
  }
}
