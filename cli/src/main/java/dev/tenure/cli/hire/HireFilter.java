package dev.tenure.cli.hire;

import dev.tenure.cli.front.FrontClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Narrows a list to what is about one hire. */
public final class HireFilter {
  @Option(names = "--hire", paramLabel = "HIRE", description = "Only what is about this hire.")
  @Nullable String hire;

  /** The whole id of the hire; nothing where none was named. */
  public @Nullable String id(FrontClient client) {
    return hire == null ? null : new HireLookup(client).find(hire).json().path("id").asText();
  }

  /** Whether a hire was named. */
  public boolean isGiven() {
    return hire != null;
  }
}
