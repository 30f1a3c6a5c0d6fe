package dev.tenure.cli.home;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what is appended to a log, whole lines at a time. */
public final class FollowedLog {
  private final Path path;
  private long read;

  /** Follows from the present end of the file. */
  public FollowedLog(Path path) {
    this.path = path;
    this.read = size();
  }

  /** After the file may have been renamed away: from where it begins, if it is a new one. */
  public void fromNowOn() {
    read = Math.min(read, size());
  }

  public List<String> newLines() {
    if (size() <= read) {
      return List.of();
    }
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(read);
      var bytes = new byte[(int) Math.min(file.length() - read, 1 << 20)];
      file.readFully(bytes);
      var text = new String(bytes, StandardCharsets.UTF_8);
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      read += whole.getBytes(StandardCharsets.UTF_8).length;
      return whole.lines().toList();
    } catch (IOException e) {
      throw new Refused(path + " cannot be read", e);
    }
  }

  private long size() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw new Refused(path + " cannot be read", e);
    }
  }
}
