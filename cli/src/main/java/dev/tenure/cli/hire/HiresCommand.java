package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.ListOptions;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "hires", description = "Lists hires, the newest first.")
public final class HiresCommand implements Callable<Integer> {
  @Mixin ListOptions front = new ListOptions();

  @Option(names = "--status", description = "Only hires of this status, for example active.")
  @Nullable String status;

  @Option(names = "--account", description = "Only hires of this account.")
  @Nullable String account;

  @Option(names = "--proposal", description = "Only hires of this proposal.")
  @Nullable String proposal;

  @Option(names = "--ref", description = "Only hires with this reference.")
  @Nullable String reference;

  @Option(names = "--label", paramLabel = "KEY=VALUE", description = "Only hires with this label.")
  Map<String, String> labels = Map.of();

  @Override
  public Integer call() {
    var query =
        new Query()
            .with("status", status)
            .with("account", account)
            .with("proposalId", proposal)
            .with("externalRef", reference);
    labels.forEach((key, value) -> query.with("label", key + ":" + value));
    return front.show("/v1/hires", query, "No hires match.", HiresCommand::print);
  }

  private static void print(Screen screen, List<JsonNode> hires) {
    screen.table(
        new Table<JsonNode>()
            .left("HIRE", hire -> HireLookup.shortened(hire.path("id"), screen))
            .left("STATUS", hire -> Formats.text(hire.path("status")))
            .words("TITLE", HirePrinter::title)
            .left("WAITS FOR", HiresCommand::waits)
            .rightIfRoom("PAID", hire -> Formats.money(hire.path("money").path("paid")))
            .rightIfRoom("AT MOST", hire -> Formats.money(hire.path("money").path("worstCase")))
            .leftIfRoom("CHANGED", hire -> Formats.distance(hire.path("updatedAt"))),
        hires);
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
        : Formats.plain(first.path("kind")) + Formats.after(" ", first.path("milestone"));
  }
}
