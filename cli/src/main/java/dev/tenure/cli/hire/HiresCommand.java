package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "hires",
    description = "Lists hires, the newest first.",
    mixinStandardHelpOptions = true)
public final class HiresCommand implements Callable<Integer> {
  @Mixin FrontOptions front = new FrontOptions();

  @Option(names = "--status", description = "Only hires of this status, for example active.")
  @Nullable String status;

  @Option(names = "--account", description = "Only hires of this account.")
  @Nullable String account;

  @Option(names = "--proposal", description = "Only hires of this proposal.")
  @Nullable String proposal;

  @Option(names = "--ref", description = "Only hires with this reference.")
  @Nullable String reference;

  @Option(names = "--label", paramLabel = "KEY:VALUE", description = "Only hires with this label.")
  List<String> labels = List.of();

  @Option(names = "--limit", defaultValue = "50", description = "How many, up to 200.")
  int limit;

  @Option(names = "--cursor", description = "Where an earlier list ended.")
  @Nullable String cursor;

  @Override
  public Integer call() {
    var query =
        new Query()
            .with("status", status)
            .with("account", account)
            .with("proposalId", proposal)
            .with("externalRef", reference)
            .with("cursor", cursor)
            .with("limit", Integer.toString(limit));
    labels.forEach(label -> query.with("label", label));
    var answer = front.front().get("/v1/hires" + query);
    front.print(answer, screen -> print(screen, answer.json()));
    return ExitCode.DONE;
  }

  private static void print(Screen screen, JsonNode page) {
    var now = Instant.now();
    var table = new Table("HIRE", "STATUS", "TITLE", "WAITS FOR", ">PAID", ">AT MOST", "CHANGED");
    for (var hire : page.path("items")) {
      table.row(
          Formats.text(hire.path("id")),
          Formats.text(hire.path("status")),
          HirePrinter.title(hire),
          waits(hire),
          Formats.money(hire.path("money").path("paid")),
          Formats.money(hire.path("money").path("worstCase")),
          Formats.distance(hire.path("updatedAt"), now));
    }
    if (table.isEmpty()) {
      screen.line("No hire is like that.");
      return;
    }
    screen.table(table);
    if (page.path("hasMore").asBoolean()) {
      screen.line("More: --cursor " + page.path("next").asText());
    }
  }

  private static String waits(JsonNode hire) {
    int incidents = hire.path("incidents").size();
    if (incidents > 0) {
      return incidents == 1 ? "1 incident" : incidents + " incidents";
    }
    if (hire.path("paused").asBoolean()) {
      return "paused";
    }
    var first = hire.path("waitingFor").path(0);
    return first.isMissingNode()
        ? "-"
        : Formats.plain(first.path("kind"))
            + (Formats.there(first.path("milestone"))
                ? " " + first.path("milestone").asText()
                : "");
  }
}
