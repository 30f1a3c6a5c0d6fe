package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The body of a request: as the user has written it, or put together from flags. */
public final class RequestBody {
  private RequestBody() {}

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

  /** Sets a field; one whose flag was not given is left out. */
  public static void put(ObjectNode document, String field, @Nullable Object value) {
    if (value != null) {
      document.put(field, value.toString());
    }
  }
}
