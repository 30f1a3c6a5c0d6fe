package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.hire.HireFilter;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.hire.ShortId;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.option.PagingOptions;
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

  @Mixin HireFilter hire = new HireFilter();

  @Mixin PagingOptions paging = new PagingOptions();

  @Override
  public Integer call() {
    var client = front.front();
    var query =
        new Query()
            .with("status", status)
            .with("account", account)
            .with("cause", cause)
            .with("hire", hire.id(client));
    var part = paging.read(PagedList.of(client, "/v1/incidents", query));
    front.printOwn(part.json(), screen -> print(screen, part));
    return ExitCode.DONE;
  }

  private void print(Screen screen, PagedList.Part part) {
    var now = Instant.now();
    if (part.items().isEmpty()) {
      screen.line(status.equals("open") ? "No incident is open." : "No incidents match.");
    }
    part.items().forEach(incident -> print(screen, incident, now));
    PagingOptions.more(part, screen);
  }

  private static void print(Screen screen, JsonNode incident, Instant now) {
    screen.line(
        screen.style().bad(Formats.plain(incident.path("cause")))
            + (Formats.there(incident.path("milestone"))
                ? " of " + incident.path("milestone").asText()
                : "")
            + ", "
            + HirePrinter.title(incident)
            + ", opened "
            + Formats.distance(incident.path("openedAt"), now));
    screen.line("  " + Formats.text(incident.path("detail")));
    if (Formats.there(incident.path("fixUrl"))) {
      screen.line("  fix it at " + incident.path("fixUrl").asText());
    }
    var answers = new ArrayList<String>();
    incident.path("actions").forEach(action -> answers.add(action.asText()));
    if (!answers.isEmpty()) {
      screen.line(
          "  tenure resolve %s %s %s"
              .formatted(
                  ShortId.of(Formats.text(incident.path("hireId"))),
                  Formats.text(incident.path("id")),
                  String.join("|", answers)));
    }
  }
}
