package dev.tenure.cli.home;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The log of one process.
 *
 * @param large from how many bytes on it makes room
 */
public record LogFile(Path path, long large) {
  private static final long LARGE = 20L << 20;

  public LogFile(Path path) {
    this(path, LARGE);
  }

  public Redirect open() {
    makeRoom();
    return Redirect.appendTo(path.toFile());
  }

  /**
   * A large log is kept once, beside it as {@code .1}, and begins anew. Whoever writes it goes on
   * writing into the same file, so it is copied and emptied: lines that come between the two are
   * lost. A pipe to us would lose none, but a process would stand still when we die.
   */
  public void makeRoom() {
    try {
      if (Files.exists(path) && Files.size(path) > large) {
        Files.copy(path, before(), StandardCopyOption.REPLACE_EXISTING);
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
          file.truncate(0);
        }
      }
    } catch (IOException e) {
      throw new Refused("The log " + path + " cannot make room", e);
    }
  }

  Path before() {
    return path.resolveSibling(path.getFileName() + ".1");
  }

  /** The last lines, for a message about what went wrong. */
  public List<String> tail(int lines) {
    try (var file = Files.newByteChannel(path)) {
      var from = Math.max(0, file.size() - (16 << 10));
      var bytes = new byte[(int) (file.size() - from)];
      file.position(from).read(java.nio.ByteBuffer.wrap(bytes));
      var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of("(" + path + " cannot be read: " + e.getMessage() + ")");
    }
  }
}
