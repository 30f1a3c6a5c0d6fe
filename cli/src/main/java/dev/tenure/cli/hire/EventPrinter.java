package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Events, one on each line.
 *
 * @param json whether they are printed as they come, instead of in words
 * @param named whether the hire is told with each one
 */
public record EventPrinter(Screen screen, boolean json, boolean named) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  public void print(JsonNode event) {
    if (json) {
      screen.json(event.toString());
      return;
    }
    screen.line(
        "%8s  %s  %s%s"
            .formatted(
                event.path("position").asText(),
                screen.style().soft(TIME.format(Instant.parse(event.path("at").asText()))),
                named ? HireLookup.shortened(event.path("hireId"), screen) + "  " : "",
                Formats.text(event.path("summary"))));
  }
}
