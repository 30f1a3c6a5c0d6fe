package dev.tenure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of a process as Linux counts it. */
final class Memory {
  private Memory() {}

  /** What is resident now; what processes share is divided between them. */
  static long mebibytes(long pid) throws IOException {
    return mebibytes(pid, "smaps_rollup", "Pss:");
  }

  static long mebibytes(long pid, String file, String field) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), file)).stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
        .findFirst()
        .orElseThrow();
  }
}
