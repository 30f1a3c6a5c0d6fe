package dev.tenure.cli.everyday;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.ExitCode;
import dev.tenure.cli.front.EventStream;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.Query;
import dev.tenure.cli.print.Words;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    description = "Tells what happens to one hire until it is closed.",
    mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {
  private static final Set<String> CLOSED = Set.of("ended", "declined", "expired", "cancelled");

  @Mixin FrontOptions front = new FrontOptions();

  @Parameters(paramLabel = "HIRE", description = "The hire's id.")
  @SuppressWarnings("NullAway.Init")
  String hire;

  @Override
  public Integer call() {
    var client = front.front();
    var screen = front.screen();
    var words = new EventWords(screen, false);
    // An unknown hire is told at once; without it the stream would just stay silent.
    var status = status(client);
    if (CLOSED.contains(status)) {
      client
          .get("/v1/events?limit=1000&hire=" + Query.encoded(hire))
          .json()
          .path("events")
          .forEach(event -> tell(words, event));
      return closed(client);
    }
    new EventStream(client, new Query().with("hire", hire).text(), 0, () -> {})
        .follow(
            event -> {
              tell(words, event);
              return !CLOSED.contains(status(client));
            });
    return closed(client);
  }

  private void tell(EventWords words, JsonNode event) {
    if (front.json) {
      front.screen().line(event.toString());
    } else {
      words.print(event);
    }
  }

  private String status(FrontClient client) {
    return Words.text(client.get("/v1/hires/" + Query.encoded(hire)).json().path("status"));
  }

  private int closed(FrontClient client) {
    var answer = client.get("/v1/hires/" + Query.encoded(hire));
    front.print(answer, screen -> new HireWords(screen, Instant.now()).print(answer.json()));
    var status = answer.json().path("status").asText();
    return status.equals("ended") || !CLOSED.contains(status)
        ? ExitCode.DONE
        : ExitCode.CLOSED_OTHERWISE;
  }
}
