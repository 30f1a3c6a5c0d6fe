package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.terminal.Screen;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every list takes beside its filters: how much of it is shown, and where it begins. */
public final class ListOptions extends FrontOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most; default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(names = "--all", description = "All of them.")
  boolean all;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Go on where an earlier list ended.")
  @Nullable String cursor;

  /**
   * Reads that part of a list and prints it.
   *
   * @param path without a query, as {@code /v1/hires}
   * @param filters what narrows the list
   * @param none what is said where it has no items
   * @param words prints items
   * @return the exit code
   * @throws Refused when the limit is none
   */
  public int show(
      String path, Query filters, String none, BiConsumer<Screen, List<JsonNode>> words) {
    if (limit < 1) {
      throw Refused.usage("--limit must be at least 1, not " + limit);
    }
    var list = PagedList.of(front(), path, filters);
    var part = list.read(Optional.ofNullable(cursor), all ? Integer.MAX_VALUE : limit);
    printOwn(
        part.json(),
        screen -> {
          if (part.items().isEmpty()) {
            screen.line(none);
          } else {
            words.accept(screen, part.items());
          }
          part.next()
              .ifPresent(
                  next ->
                      screen.line("There are more: add --cursor " + next + " to go on, or --all"));
        });
    return ExitCode.DONE;
  }
}
