package dev.tenure.cli.everyday;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.print.Screen;
import dev.tenure.cli.print.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Events in words, one on each line.
 *
 * @param named whether the hire is told with each one
 */
record EventWords(Screen screen, boolean named) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  void print(JsonNode event) {
    screen.line(
        "%8s  %s  %s%s"
            .formatted(
                event.path("position").asText(),
                screen.style().soft(TIME.format(Instant.parse(event.path("at").asText()))),
                named ? Words.text(event.path("hireId")) + "  " : "",
                Words.text(event.path("summary"))));
  }
}
