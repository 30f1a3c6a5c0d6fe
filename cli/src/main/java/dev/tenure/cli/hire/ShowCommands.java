package dev.tenure.cli.hire;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.terminal.Screen;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands that show one hire, or its money. */
public final class ShowCommands {
  private ShowCommands() {}

  @Command(
      name = "show",
      description = "Shows one hire: where it stands, what it waits for, and what can be done.")
  static int show(@Mixin HireOptions hire) {
    var answer = hire.find();
    hire.print(answer, screen -> print(screen, answer));
    return ExitCode.DONE;
  }

  private static void print(Screen screen, Answer answer) {
    new HirePrinter(screen).printWhole(answer.json());
    answer.tag().ifPresent(tag -> screen.line("Its tag, for --if-match: " + tag));
  }

  @Command(
      name = "ledger",
      description =
          "Shows the money of a hire: what waits for an approval, what was expected, what the"
              + " marketplace booked, and whether the two agree.")
  static int ledger(
      @Mixin HireOptions hire,
      @Option(names = "--refresh", description = "Have the marketplace's ledger read first.")
          boolean refresh) {
    var client = hire.front();
    var found = hire.find().json();
    var id = found.path("id").asText();
    var headers = refresh ? Map.of("Prefer", "refresh") : Map.<String, String>of();
    var path = "/v1/hires/" + Query.encoded(id) + "/ledger";
    var ledger = client.send("GET", path, null, headers);
    var pending = new Query().with("status", "pending").with("hire", id);
    hire.print(
        ledger,
        screen ->
            new LedgerPrinter(screen)
                .print(
                    found,
                    ledger.json(),
                    PagedList.of(client, "/v1/approvals", pending).matching(approval -> true)));
    return ExitCode.DONE;
  }
}
