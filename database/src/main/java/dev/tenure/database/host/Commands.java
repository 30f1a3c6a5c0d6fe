package dev.tenure.database.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a short command to its end. */
public final class Commands {
  private Commands() {}

  public record Result(int exit, String output) {
    public boolean succeeded() {
      return exit == 0;
    }
  }

  public static Result run(List<String> command) {
    return run(command, "");
  }

  public static Result run(List<String> command, String input) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output.strip());
    } catch (IOException e) {
      return missing(command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("Interrupted while running " + command.getFirst(), e);
    }
  }

  /** 127 is the shell's own word for a command that is not there. */
  private static Result missing(List<String> command, IOException e) {
    if (e.getMessage() != null && e.getMessage().startsWith("Cannot run program")) {
      return new Result(127, e.getMessage());
    }
    throw new UncheckedIOException(command.getFirst() + " failed", e);
  }
}
