package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.EventPositionSearch;
import dev.tenure.cli.front.EventStream;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.hire.EventPrinter;
import dev.tenure.cli.hire.HireFilter;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.option.SinceOption;
import dev.tenure.cli.terminal.Screen;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "events",
    description = "Tells what happened, in order; with --follow what happens from now on.")
public final class EventsCommand implements Callable<Integer> {
  @Mixin FrontOptions front = new FrontOptions();

  @Mixin HireFilter hire = new HireFilter();

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      description = "The position last seen, to go on from there.")
  @Nullable Long after;

  @Mixin SinceOption since = new SinceOption();

  @Option(
      names = "--all",
      description = "From the beginning, and without a limit; with --follow what happened first.")
  boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many at most, unless followed; default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(names = "--follow", description = "Stay, and tell events as they happen.")
  boolean follow;

  @Override
  public Integer call() {
    if (Stream.of(after != null, since.moment() != null, all).filter(given -> given).count() > 1) {
      throw Refused.usage("Give one of --after, --since and --all");
    }
    if (limit < 1) {
      throw Refused.usage("--limit must be at least 1, not " + limit);
    }
    var client = front.front();
    var filters = new Query().with("hire", hire.id(client));
    var place = place(client, filters);
    if (follow) {
      if (place.isEmpty() && !front.json) {
        front.say("What happens from now on; --since 1h or --all tells what was before as well.");
      }
      new EventStream(client, filters, place, new Telling()).follow();
      return ExitCode.DONE;
    }
    var part =
        PagedList.ofEvents(client, filters)
            .read(Optional.of(Long.toString(place.orElse(0))), all ? Integer.MAX_VALUE : limit);
    front.printOwn(part.json(), screen -> print(screen, part));
    return ExitCode.DONE;
  }

  /** Nothing where none is named: a list begins at the beginning, and what is followed now. */
  private OptionalLong place(FrontClient client, Query filters) {
    if (since.moment() != null) {
      return OptionalLong.of(EventPositionSearch.before(since.moment(), client, filters));
    }
    return all ? OptionalLong.of(0) : after == null ? OptionalLong.empty() : OptionalLong.of(after);
  }

  private void print(Screen screen, PagedList.Part part) {
    part.items().forEach(new EventPrinter(screen, false, !hire.isGiven())::print);
    if (part.items().isEmpty()) {
      screen.line(
          after == null && since.moment() == null
              ? "Nothing has happened yet."
              : "Nothing has happened since.");
    }
    part.next().ifPresent(next -> screen.line("There are more: add --after " + next + " to go on"));
  }

  /** Tells events as they come. */
  private final class Telling implements EventStream.Listener {
    private final EventPrinter printer =
        new EventPrinter(front.screen(), front.json, !hire.isGiven());

    @Override
    public boolean event(JsonNode event) {
      printer.print(event);
      return true;
    }

    @Override
    public void lost(String why) {
      front.say("The connection is lost (" + why + "); it is made anew.");
    }
  }
}
