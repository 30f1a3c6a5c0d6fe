package dev.tenure.cli.option;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.terminal.Screen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much of a list is shown, and where it begins. */
public final class PagingOptions {
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
   * Reads that part of a list.
   *
   * @throws Refused when the limit is none
   */
  public PagedList.Part read(PagedList list) {
    if (limit < 1) {
      throw Refused.usage("--limit must be at least 1, not " + limit);
    }
    return list.read(Optional.ofNullable(cursor), all ? Integer.MAX_VALUE : limit);
  }

  /** Says how to read on, where the list goes on. */
  public static void more(PagedList.Part part, Screen screen) {
    part.next()
        .ifPresent(
            next -> screen.line("There are more: add --cursor " + next + " to go on, or --all"));
  }
}
