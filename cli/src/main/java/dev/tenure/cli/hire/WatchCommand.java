package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.front.EventStream;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.http.UnreachableException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "watch", description = "Tells what happens to one hire until it is closed.")
public final class WatchCommand implements Callable<Integer> {
  @Mixin HireOptions front = new HireOptions();

  private String hire = "";

  @Override
  public Integer call() {
    var client = front.front();
    // An unknown hire is told at once; without it the stream would just stay silent.
    var first = front.find();
    hire = first.json().path("id").asText();
    if (isClosed(first)) {
      tellAfter(0, client);
      return close(first);
    }
    var watching = new Watching(client);
    new EventStream(client, new Query().with("hire", hire), OptionalLong.of(0), watching).follow();
    // It may be seen closed before the last event has come, and the journal closes without any.
    tellAfter(watching.position, client);
    return close(watching.last == null ? look(client) : watching.last);
  }

  /** Tells events, and looks at the hire after each one and whenever it is quiet. */
  private final class Watching implements EventStream.Listener {
    private final FrontClient client;
    private @Nullable Answer last;
    private long position;

    Watching(FrontClient client) {
      this.client = client;
    }

    @Override
    public boolean event(JsonNode event) {
      tell(event);
      position = event.path("position").asLong();
      return goesOn();
    }

    @Override
    public boolean quiet() {
      return goesOn();
    }

    @Override
    public void lost(String why) {
      front.say("The connection is lost (" + why + "); it is made anew.");
    }

    private boolean goesOn() {
      try {
        last = look(client);
        return !isClosed(last);
      } catch (UnreachableException | ProblemException e) {
        // The stream is still there, and so the next look may succeed.
        return true;
      }
    }
  }

  private Answer look(FrontClient client) {
    return client.get("/v1/hires/" + Query.encoded(hire));
  }

  private static boolean isClosed(Answer answer) {
    return HireLookup.isClosed(answer.json());
  }

  private void tellAfter(long position, FrontClient client) {
    PagedList.ofEvents(client, new Query().with("hire", hire))
        .read(Optional.of(Long.toString(position)), Integer.MAX_VALUE)
        .items()
        .forEach(this::tell);
  }

  private void tell(JsonNode event) {
    new EventPrinter(front.screen(), front.json, false).print(event);
  }

  private int close(Answer answer) {
    front.print(answer, screen -> new HirePrinter(screen).print(answer.json()));
    return answer.json().path("status").asText().equals("ended") || !isClosed(answer)
        ? ExitCode.DONE
        : ExitCode.CLOSED_OTHERWISE;
  }
}
