package dev.tenure.cli.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Follows the events as they happen (server-sent events), and goes on where it stopped when the
 * front was away.
 */
public final class EventStream {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final FrontClient front;
  private final String query;
  private final Runnable lost;
  private long position;

  /**
   * @param query filters, as {@code hire=...}; may be empty
   * @param after the position last seen
   * @param lost called when the connection broke, before it is made anew
   */
  public EventStream(FrontClient front, String query, long after, Runnable lost) {
    this.front = front;
    this.query = query;
    this.position = after;
    this.lost = lost;
  }

  /**
   * Hands over event after event until it is told to stop, or interrupted.
   *
   * @param more whether to go on after this event
   * @throws ProblemException when the front refuses
   * @throws UnreachableException when the front cannot be reached at the beginning
   */
  public void follow(Predicate<JsonNode> more) {
    boolean first = true;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (!once(more)) {
          return;
        }
      } catch (UncheckedIOException e) {
        refuseFirst(first, new IOException(e.getMessage(), e));
      } catch (IOException e) {
        refuseFirst(first, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      first = false;
      lost.run();
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  private void refuseFirst(boolean first, IOException e) {
    if (first) {
      throw front.away(e);
    }
  }

  private boolean once(Predicate<JsonNode> more) throws IOException, InterruptedException {
    var request =
        front
            .request("/v1/events/stream" + (query.isEmpty() ? "" : "?" + query))
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(position))
            .build();
    var response = front.http().send(request, BodyHandlers.ofLines());
    try (var lines = response.body()) {
      if (response.statusCode() != 200) {
        throw front.problem(response.statusCode(), String.join("\n", lines.toList()));
      }
      return read(lines.iterator(), more);
    }
  }

  private boolean read(Iterator<String> lines, Predicate<JsonNode> more)
      throws JsonProcessingException {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("data:")) {
        var event = FrontClient.JSON.readTree(line.substring("data:".length()));
        if (event.path("position").isNumber()) {
          position = event.path("position").asLong();
          if (!more.test(event)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
