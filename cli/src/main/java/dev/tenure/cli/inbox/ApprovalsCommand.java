package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "approvals",
    description = "Lists what waits for a person's co-sign, the soonest deadline first.",
    mixinStandardHelpOptions = true)
public final class ApprovalsCommand implements Callable<Integer> {
  @Mixin FrontOptions front = new FrontOptions();

  @Option(names = "--status", defaultValue = "pending", description = "Default: pending.")
  @SuppressWarnings("NullAway.Init")
  String status;

  @Option(names = "--hire", description = "Only approvals of this hire.")
  @Nullable String hire;

  @Option(names = "--limit", defaultValue = "50", description = "How many, up to 200.")
  int limit;

  @Override
  public Integer call() {
    var query =
        new Query()
            .with("status", status)
            .with("hire", hire)
            .with("limit", Integer.toString(limit));
    var answer = front.front().get("/v1/approvals" + query);
    front.print(answer, screen -> print(screen, answer.json()));
    return ExitCode.DONE;
  }

  private void print(Screen screen, JsonNode page) {
    var now = Instant.now();
    var table = new Table("KIND", "STATUS", ">AMOUNT", "DEADLINE", "HIRE", "DECIDE AT");
    for (var approval : page.path("items")) {
      table.row(
          (Formats.plain(approval.path("kind"))
              + (Formats.there(approval.path("milestone"))
                  ? " " + approval.path("milestone").asText()
                  : "")),
          Formats.text(approval.path("status")),
          Formats.money(approval.path("amount")),
          Formats.distance(approval.path("expiresAt"), now),
          Formats.text(approval.path("hireId")),
          Formats.text(approval.path("url")));
    }
    if (table.isEmpty()) {
      screen.line("No approval is " + status.replace('_', ' ') + ".");
      return;
    }
    screen.table(table);
    if (page.path("hasMore").asBoolean()) {
      screen.line("There are more; raise --limit.");
    }
  }
}
