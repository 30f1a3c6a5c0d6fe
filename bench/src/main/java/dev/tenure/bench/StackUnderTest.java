package dev.tenure.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A whole stack that is up.
 *
 * @param home its {@code TENURE_HOME}, where {@code run/} tells its processes
 */
record StackUnderTest(String label, Path home, Client front, Client sandbox) {

  private static final Pattern PID = Pattern.compile("\"pid\"\\s*:\\s*(\\d+)");

  /** Reads {@code label=home=front=sandbox}. */
  static StackUnderTest parse(String argument) {
    String[] parts = argument.split("=", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(argument + " is not label=TENURE_HOME=front=sandbox");
    }
    return new StackUnderTest(
        parts[0], Path.of(parts[1]), new Client(parts[2]), new Client(parts[3]));
  }

  /** The processor time that all its processes have used so far, with those that they started. */
  Duration cpu() throws IOException {
    return processes().stream()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The memory that all its processes hold now, with those that they started. */
  long mebibytes() throws IOException {
    long sum = 0;
    for (ProcessHandle process : processes()) {
      sum += Memory.mebibytes(process.pid());
    }
    return sum;
  }

  private List<ProcessHandle> processes() throws IOException {
    try (Stream<Path> records = Files.list(home.resolve("run"))) {
      return records
          .filter(Files::isRegularFile)
          .flatMap(StackUnderTest::pids)
          .distinct()
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
          .distinct()
          .toList();
    }
  }

  private static Stream<Long> pids(Path file) {
    try {
      return PID.matcher(Files.readString(file)).results().map(one -> Long.valueOf(one.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
