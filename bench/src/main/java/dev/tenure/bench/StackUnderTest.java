package dev.tenure.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    try (Stream<Path> records = Files.list(home.resolve("run"))) {
      return records
          .filter(Files::isRegularFile)
          .flatMap(StackUnderTest::pids)
          .distinct()
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
          .distinct()
          .flatMap(process -> process.info().totalCpuDuration().stream())
          .reduce(Duration.ZERO, Duration::plus);
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
