package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.terminal.Console;
import dev.tenure.cli.terminal.Printable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Tells the events of one hire as they happen. */
final class EventFeed {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final FrontClient front;
  private final String hire;
  private final Console console;
  private long position;

  EventFeed(FrontClient front, String hire, Console console) {
    this.front = front;
    this.hire = hire;
    this.console = console;
  }

  /** Tells what is new; returns how many events that were. */
  int tell() {
    var told = 0;
    JsonNode page;
    do {
      page = front.get("/v1/events?hire=" + hire + "&cursor=" + position + "&limit=100").json();
      for (var event : page.path("items")) {
        console.say("  " + time(event) + "  " + Printable.text(event.path("summary").asText()));
        position = Math.max(position, event.path("position").asLong());
        told++;
      }
    } while (page.path("hasMore").asBoolean());
    return told;
  }

  private static String time(JsonNode event) {
    return CLOCK.format(Instant.parse(event.path("at").asText()));
  }
}
