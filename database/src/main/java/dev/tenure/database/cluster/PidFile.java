package dev.tenure.database.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says about the server of a data folder. */
public record PidFile(Path path) {
  private static final int STATUS_LINE = 7;

  public static PidFile of(Path cluster) {
    return new PidFile(cluster.resolve("postmaster.pid"));
  }

  public boolean saysReady() {
    var lines = lines();
    return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
  }

  /** The live server, if the number written there is not by now some other program's. */
  public Optional<ProcessHandle> server() {
    return lines().stream()
        .findFirst()
        .map(line -> Math.abs(Long.parseLong(line.strip())))
        .flatMap(ProcessHandle::of)
        .filter(PidFile::isPostgres);
  }

  /** Of a dead process that nobody has collected yet only the number is left, not the command. */
  public static boolean isPostgres(ProcessHandle handle) {
    return handle.isAlive() && handle.info().command().orElse("").endsWith("postgres");
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " could not be deleted", e);
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(path);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " could not be read", e);
    }
  }
}
