package dev.tenure.database;

import java.util.List;
import java.util.stream.Stream;

/** What the server is told at its start beyond port and folder. */
record Settings(boolean durable, List<String> values) {
  /** Every commit is on the disk before it is answered. */
  static final Settings DURABLE = of(true, "max_connections=200", "log_checkpoints=off");

  /** For tests: nothing survives a power cut, everything survives a killed process. */
  static final Settings FAST =
      of(
          false,
          "max_connections=100",
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "log_checkpoints=off");

  List<String> arguments() {
    return values.stream().flatMap(value -> Stream.of("-c", value)).toList();
  }

  private static Settings of(boolean durable, String... values) {
    return new Settings(durable, List.of(values));
  }
}
