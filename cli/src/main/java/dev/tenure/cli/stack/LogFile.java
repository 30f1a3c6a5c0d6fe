package dev.tenure.cli.stack;

import dev.tenure.cli.Refused;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one process; at a start a large one makes room and is kept once. */
public record LogFile(Path path) {
  private static final long LARGE = 20L << 20;

  public Redirect open() {
    try {
      if (Files.exists(path) && Files.size(path) > LARGE) {
        var before = path.resolveSibling(path.getFileName() + ".1");
        Files.move(path, before, StandardCopyOption.REPLACE_EXISTING);
      }
      return Redirect.appendTo(path.toFile());
    } catch (IOException e) {
      throw new Refused("The log " + path + " cannot be written", e);
    }
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
