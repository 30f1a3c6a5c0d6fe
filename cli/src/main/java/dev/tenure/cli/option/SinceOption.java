package dev.tenure.cli.option;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Narrows a list to what happened from a moment on. */
public final class SinceOption {
  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "From this moment on: 30m, 2h or 3d ago, 2027-01-31, 2027-01-31T08:00:00Z.")
  @Nullable Instant moment;

  /** The moment; nothing where none was named. */
  public @Nullable Instant moment() {
    return moment;
  }
}
