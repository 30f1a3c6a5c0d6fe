package dev.tenure.cli.program;

import dev.tenure.cli.terminal.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Other programs: looked for on the PATH, and run to their end. */
public final class Programs {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
  private static final Duration TELL_EVERY = Duration.ofSeconds(10);

  private Programs() {}

  /**
   * The program of a name.
   *
   * @param path the folders to look in, as the variable PATH names them
   */
  public static Optional<Path> onPath(String name, String path) {
    return SEPARATOR
        .splitAsStream(path)
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** What a program came to. */
  public record Result(boolean succeeded, String output) {
    public String lastLine() {
      return output.lines().reduce("", (before, line) -> line.isBlank() ? before : line).strip();
    }
  }

  public static Result run(List<String> command) {
    return run(command, Map.of(), words -> {}, "", Duration.ofSeconds(30));
  }

  /** Runs one to its end, telling the user every few seconds that it still works. */
  public static Result run(
      List<String> command,
      Map<String, String> more,
      Console console,
      String what,
      Duration within) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(more);
      var process = builder.start();
      process.getOutputStream().close();
      var output = CompletableFuture.supplyAsync(() -> read(process));
      return await(process, console, what, within)
          ? new Result(process.exitValue() == 0, output.join())
          : new Result(false, output.join() + "\nstopped after " + within.toSeconds() + " s");
    } catch (IOException e) {
      return new Result(false, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(false, "interrupted");
    }
  }

  private static boolean await(Process process, Console console, String what, Duration within)
      throws InterruptedException {
    var begun = System.nanoTime();
    while (!process.waitFor(TELL_EVERY.toSeconds(), TimeUnit.SECONDS)) {
      var passed = Duration.ofNanos(System.nanoTime() - begun);
      if (passed.compareTo(within) > 0) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
      }
      console.say("  %s (%d:%02d)".formatted(what, passed.toMinutes(), passed.toSecondsPart()));
    }
    return true;
  }

  private static String read(Process process) {
    try (var stream = process.getInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "its words could not be read: " + e.getMessage();
    }
  }

  public static List<String> command(Path program, String... arguments) {
    var all = new ArrayList<String>();
    all.add(program.toString());
    all.addAll(List.of(arguments));
    return List.copyOf(all);
  }
}
