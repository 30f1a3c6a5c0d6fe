package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.EventListener;
import dev.tenure.cli.front.EventStream;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.hire.EventPrinter;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.terminal.Screen;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "events",
    description = "Tells what happened, in order; with --follow also what happens.",
    mixinStandardHelpOptions = true)
public final class EventsCommand implements Callable<Integer> {
  @Mixin FrontOptions front = new FrontOptions();

  @Option(names = "--hire", description = "Only events of this hire.")
  @Nullable String hire;

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      defaultValue = "0",
      description = "The position last seen, to go on from there.")
  long after;

  @Option(names = "--limit", defaultValue = "100", description = "How many, up to 1000.")
  int limit;

  @Option(names = "--follow", description = "Stay, and tell events as they happen.")
  boolean follow;

  @Override
  public Integer call() {
    var client = front.front();
    if (follow) {
      follow(client);
      return ExitCode.DONE;
    }
    var query =
        new Query()
            .with("hire", hire)
            .with("cursor", Long.toString(after))
            .with("limit", Integer.toString(limit));
    var answer = client.get("/v1/events" + query);
    front.print(answer, screen -> print(screen, answer.json()));
    return ExitCode.DONE;
  }

  private void print(Screen screen, JsonNode page) {
    var words = new EventPrinter(screen, hire == null);
    page.path("items").forEach(words::print);
    if (page.path("items").isEmpty()) {
      screen.line("Nothing has happened since.");
    }
    if (page.path("hasMore").asBoolean()) {
      screen.line("More: --after " + page.path("next").asText());
    }
  }

  private void follow(FrontClient client) {
    var screen = front.screen();
    var words = new EventPrinter(screen, hire == null);
    var telling =
        new EventListener() {
          @Override
          public boolean event(JsonNode event) {
            if (front.json) {
              screen.json(event.toString());
            } else {
              words.print(event);
            }
            return true;
          }

          @Override
          public void lost(String why) {
            front.say("The connection is lost (" + why + "); it is made anew.");
          }
        };
    new EventStream(client, new Query().with("hire", hire).text(), after, telling).follow();
  }
}
