package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;

/** Following one hire to its end. */
class WatchTest extends AtAFront {

  @Test
  void watchingAHireThatEndedTellsItsWholeStory() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE.replace("\"active\"", "\"ended\""));
    front.tell("GET /v1/events", 200, "{\"items\":[" + json(5, "The contract ended.") + "]}");
    assertThat(run("watch", "hir_1")).isZero();
    assertThat(out).contains("The contract ended.", "REQ-118  ended");
  }

  @Test
  void watchingAHireUnderWayEndsWithTheEventThatClosesIt() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE);
    front.tell("GET /v1/events", 200, "{\"items\":[" + json(6, "Cancelled.") + "]}");
    front.stream("GET /v1/events/stream", event(5, "m1 was paid.") + event(6, "Cancelled."));
    front.onRequest(
        "GET /v1/events/stream",
        () -> {
          front.tell("GET /v1/hires/hir_1", 200, HIRE.replace("\"active\"", "\"cancelled\""));
        });
    assertThat(run("watch", "hir_1")).isEqualTo(ExitCode.CLOSED_OTHERWISE);
    assertThat(front.last().line()).contains("cursor=5");
    assertThat(out).contains("m1 was paid.", "Cancelled.", "REQ-118  cancelled");
  }

  @Test
  void watchingAHireThatIsClosedWithoutAnEventEndsAtTheNextSignOfLife() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE);
    front.stream("GET /v1/events/stream", event(5, "m1 was paid.") + ": heartbeat\n\n");
    front.onRequest(
        "GET /v1/events/stream",
        () ->
            front.onRequest(
                "GET /v1/hires/hir_1",
                () -> {
                  if (front.asked().size() > 3) {
                    front.tell("GET /v1/hires/hir_1", 200, HIRE.replace("active", "cancelled"));
                  }
                }));
    front.tell("GET /v1/events", 200, "{\"items\":[" + json(6, "Given up.") + "]}");
    assertThat(run("watch", "hir_1")).isEqualTo(ExitCode.CLOSED_OTHERWISE);
    assertThat(front.last().line()).contains("cursor=5");
    assertThat(out).contains("m1 was paid.", "Given up.", "REQ-118  cancelled");
  }

  @Test
  void aWatchedHireThatClosedOtherwiseSaysSoInItsExitCode() {
    front.tell("GET /v1/hires/hir_1", 200, HIRE.replace("\"active\"", "\"declined\""));
    front.tell("GET /v1/events", 200, "{\"items\":[]}");
    assertThat(run("watch", "hir_1")).isEqualTo(ExitCode.CLOSED_OTHERWISE);
    assertThat(run("watch", "hir_none")).isEqualTo(ExitCode.NOT_FOUND);
  }

  private static String event(long position, String summary) {
    return "id: " + position + "\ndata: " + json(position, summary) + "\n\n";
  }

  private static String json(long position, String summary) {
    return "{\"position\":%d,\"hireId\":\"hir_1\",\"at\":\"2026-01-01T00:00:00Z\",\"summary\":\"%s\"}"
        .formatted(position, summary);
  }
}
