package dev.tenure.cli.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.hire.HireFilter;
import dev.tenure.cli.hire.HireLookup;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.ListOptions;
import dev.tenure.cli.option.SinceOption;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    description = "Lists who commanded what, also what was refused. Needs the scope admin.")
public final class AuditCommand implements Callable<Integer> {

  @Mixin ListOptions front = new ListOptions();

  @Mixin HireFilter hire = new HireFilter();

  @Option(names = "--actor", paramLabel = "NAME", description = "Only what this key did.")
  @Nullable String actor;

  @Mixin SinceOption since = new SinceOption();

  @Option(
      names = "--format",
      paramLabel = "csv|ndjson",
      description = "Export the whole list instead: CSV, or one JSON object a line.")
  @Nullable String format;

  @Override
  public Integer call() {
    var client = front.front();
    var query =
        new Query()
            .with("hire", hire.id(client))
            .with("actor", actor)
            .with("since", since.moment() == null ? null : since.moment().toString());
    if (format != null) {
      var part = front.given(ListOptions.class);
      if (!part.isEmpty()) {
        throw Refused.usage(
            "--format exports the whole list; leave out " + String.join(", ", part));
      }
      var export = client.text("/v1/audit" + query.with("format", format));
      front.screen().json(export.stripTrailing());
      return ExitCode.DONE;
    }
    return front.show("/v1/audit", query, "Nothing of the kind was wanted.", AuditCommand::print);
  }

  private static void print(Screen screen, List<JsonNode> entries) {
    screen.table(
        new Table<JsonNode>()
            .left("WHEN", entry -> Formats.moment(entry.path("at")))
            .left("WHO", entry -> Formats.or(entry.path("actor"), "nobody known"))
            .left("WHAT", entry -> Formats.text(entry.path("action")))
            .left("HIRE", entry -> HireLookup.shortened(Formats.or(entry.path("hireId"), "")))
            .leftIfRoom("ABOUT", entry -> Formats.or(entry.path("subject"), ""))
            .left("OUTCOME", AuditCommand::outcome)
            .leftIfRoom("FROM", entry -> Formats.or(entry.path("remote"), "")),
        entries);
  }

  private static String outcome(JsonNode entry) {
    return Formats.text(entry.path("outcome")) + Formats.after(", ", entry.path("code"));
  }
}
