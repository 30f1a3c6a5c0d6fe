package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.hire.HireFilter;
import dev.tenure.cli.hire.HireLookup;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.ListOptions;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "incidents",
    description = "Lists what the engine needs a person for, with the answers possible.")
public final class IncidentsCommand implements Callable<Integer> {
  @Mixin ListOptions front = new ListOptions();

  @Option(names = "--status", defaultValue = "open", description = "Default: open.")
  String status = "";

  @Option(names = "--account", description = "Only incidents of this account.")
  @Nullable String account;

  @Option(names = "--cause", description = "Only incidents of this cause.")
  @Nullable String cause;

  @Mixin HireFilter hire = new HireFilter();

  @Override
  public Integer call() {
    var client = front.front();
    var query =
        new Query()
            .with("status", status)
            .with("account", account)
            .with("cause", cause)
            .with("hire", hire.id(client));
    return front.show(
        "/v1/incidents",
        query,
        status.equals("open") ? "No incident is open." : "No incidents match.",
        (screen, incidents) -> incidents.forEach(incident -> print(screen, incident)));
  }

  private static void print(Screen screen, JsonNode incident) {
    screen.line(
        screen.style().bad(Formats.plain(incident.path("cause")))
            + Formats.after(" of ", incident.path("milestone"))
            + ", "
            + HirePrinter.title(incident)
            + ", opened "
            + Formats.distance(incident.path("openedAt")));
    screen.line("  " + Formats.text(incident.path("detail")));
    screen.lineOf("  fix it at ", incident.path("fixUrl"));
    if (!incident.path("actions").isEmpty()) {
      screen.line(
          "  tenure resolve %s %s %s"
              .formatted(
                  HireLookup.shortened(Formats.text(incident.path("hireId"))),
                  Formats.text(incident.path("id")),
                  Formats.list(incident.path("actions"), "|")));
    }
  }
}
