package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "ledger",
    description =
        "Shows the money of a hire: what waits for an approval, what was expected, what the"
            + " marketplace booked, and whether the two agree.",
    mixinStandardHelpOptions = true)
public final class LedgerCommand implements Callable<Integer> {
  @Mixin FrontOptions front = new FrontOptions();

  @Parameters(paramLabel = "HIRE", description = HireLookup.WORDS)
  @SuppressWarnings("NullAway.Init")
  String hire;

  @Option(names = "--refresh", description = "Have the marketplace's ledger read first.")
  boolean refresh;

  @Override
  public Integer call() {
    var client = front.front();
    var found = new HireLookup(client).find(hire).json();
    var path = "/v1/hires/" + Query.encoded(found.path("id").asText()) + "/ledger";
    var headers = refresh ? Map.of("Prefer", "refresh") : Map.<String, String>of();
    var ledger = client.send("GET", path, null, headers);
    front.print(
        ledger,
        screen ->
            new LedgerPrinter(screen, Instant.now())
                .print(found, ledger.json(), pending(client, found)));
    return ExitCode.DONE;
  }

  private static List<JsonNode> pending(FrontClient client, JsonNode hire) {
    var filters = new Query().with("status", "pending").with("hire", hire.path("id").asText());
    return PagedList.of(client, "/v1/approvals", filters).matching(approval -> true);
  }
}
