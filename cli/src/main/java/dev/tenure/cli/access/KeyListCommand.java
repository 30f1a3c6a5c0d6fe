package dev.tenure.cli.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.option.PagingOptions;
import dev.tenure.cli.terminal.Column;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "Lists API keys, the newest first; never their secrets.",
    mixinStandardHelpOptions = true)
final class KeyListCommand implements Callable<Integer> {

  @Mixin FrontOptions front = new FrontOptions();
  @Mixin PagingOptions paging = new PagingOptions();

  @Override
  public Integer call() {
    var part = paging.read(PagedList.of(front.front(), "/v1/api-keys", new Query()));
    front.printOwn(part.json(), screen -> print(screen, part));
    return ExitCode.DONE;
  }

  private static void print(Screen screen, PagedList.Part part) {
    if (part.items().isEmpty()) {
      screen.line("There are no API keys but those of the environment.");
      return;
    }
    var now = Instant.now();
    var table =
        new Table(
            Column.left("KEY"),
            Column.left("NAME"),
            Column.left("STATE"),
            Column.words("SCOPES"),
            Column.left("ACCOUNTS"),
            Column.left("LAST USED").ifRoom());
    for (var key : part.items()) {
      table.row(
          Formats.text(key.path("id")),
          Formats.text(key.path("name")),
          state(key),
          joined(key.path("scopes")),
          key.path("accounts").isArray() ? joined(key.path("accounts")) : "all",
          Formats.there(key.path("lastUsedAt"))
              ? Formats.distance(key.path("lastUsedAt"), now)
              : "never");
    }
    screen.table(table);
    PagingOptions.more(part, screen);
  }

  private static String state(JsonNode key) {
    if (Formats.there(key.path("revokedAt"))) {
      return "revoked";
    }
    return key.path("active").asBoolean() ? "active" : "expired";
  }

  private static String joined(JsonNode texts) {
    return StreamSupport.stream(texts.spliterator(), false)
        .map(Formats::text)
        .collect(Collectors.joining(", "));
  }
}
