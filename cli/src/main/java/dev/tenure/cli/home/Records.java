package dev.tenure.cli.home;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** What is written in {@code run/}: the stack and each process that it started. */
public final class Records {
  private static final String STACK = "stack.json";
  private static final String PROCESS = ".process.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path folder;

  public Records(Home home) {
    this.folder = home.run();
  }

  /** The stack of this home, if its supervisor lives. */
  public Optional<StackRecord> runningStack() {
    return lastStack().filter(StackRecord::runs);
  }

  /** The stack of this home, if it runs, or if its api does without its supervisor. */
  public Optional<StackRecord> servingStack() {
    return lastStack().filter(stack -> stack.runs() || runs("api"));
  }

  /** Whether the process that we started for a role still runs. */
  public boolean runs(String role) {
    return leftBehind().contains(role);
  }

  Optional<StackRecord> lastStack() {
    return read(folder.resolve(STACK), StackRecord.class);
  }

  /** The roles whose processes still run, whoever watches them. */
  public List<String> leftBehind() {
    return processes().stream()
        .filter(process -> process.alive().isPresent())
        .map(ProcessRecord::name)
        .toList();
  }

  public void write(StackRecord stack) {
    write(folder.resolve(STACK), stack);
  }

  public void write(ProcessRecord process) {
    write(folder.resolve(process.name() + PROCESS), process);
  }

  public void forget(ProcessRecord process) {
    delete(folder.resolve(process.name() + PROCESS));
  }

  public void forgetStack() {
    delete(folder.resolve(STACK));
  }

  public List<ProcessRecord> processes() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(PROCESS))
          .sorted()
          .flatMap(file -> read(file, ProcessRecord.class).stream())
          .toList();
    } catch (IOException e) {
      throw new Refused(folder + " cannot be read", e);
    }
  }

  private static <T> Optional<T> read(Path file, Class<T> type) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), type));
    } catch (IOException e) {
      throw new Refused(file + " cannot be read; if no stack runs, delete it", e);
    }
  }

  /** Renamed into place, so that a reader never sees half of it. */
  private static void write(Path file, Object value) {
    try {
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      JSON.writeValue(fresh.toFile(), value);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refused(file + " cannot be written", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Refused(file + " cannot be deleted", e);
    }
  }
}
