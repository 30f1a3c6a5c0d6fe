package dev.tenure.database.cluster;

import java.util.List;
import java.util.stream.Stream;

/** What the server is told at its start beyond port and folder. */
public record ServerSettings(boolean durable, List<String> values) {
  /** Every commit is on the disk before it is answered. */
  public static final ServerSettings DURABLE =
      of(true, "max_connections=200", "log_checkpoints=off");

  /** For tests: nothing survives a power cut, everything survives a killed process. */
  public static final ServerSettings FAST =
      of(
          false,
          "max_connections=100",
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "log_checkpoints=off");

  public List<String> arguments() {
    return values.stream().flatMap(value -> Stream.of("-c", value)).toList();
  }

  private static ServerSettings of(boolean durable, String... values) {
    return new ServerSettings(durable, List.of(values));
  }
}
