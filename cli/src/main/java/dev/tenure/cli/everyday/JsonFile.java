package dev.tenure.cli.everyday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenure.cli.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A request's body that the user has written. */
final class JsonFile {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonFile() {}

  /**
   * @param file its path, or {@code -} for the standard input
   * @throws Refused when it cannot be read or is not JSON
   */
  static JsonNode read(String file) {
    try {
      return JSON.readTree(
          file.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file)));
    } catch (JsonProcessingException e) {
      throw new Refused(file + " is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new Refused(file + " cannot be read", e);
    }
  }
}
