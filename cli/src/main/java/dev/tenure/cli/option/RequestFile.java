package dev.tenure.cli.option;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A request's body that the user has written. */
public final class RequestFile {
  private RequestFile() {}

  /**
   * The bytes as they are. Read and written anew they might say something else than the user wrote
   * (of a key that stands twice, say, only the last would be left); so the front judges them.
   *
   * @param file its path, or {@code -} for the standard input
   * @throws Refused when it cannot be read
   */
  public static byte[] read(String file) {
    try {
      if (!file.equals("-") && Files.notExists(Path.of(file))) {
        throw Refused.usage("The file " + file + " does not exist");
      }
      return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw Refused.usage("The file " + file + " cannot be read", e);
    }
  }
}
