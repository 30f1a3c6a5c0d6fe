package dev.tenure.cli.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.http.StallTimeout;
import dev.tenure.cli.http.UnreachableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Follows the events as they happen (server-sent events), and goes on where it stopped when the
 * front was away.
 */
public final class EventStream {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** Three times as long as the front is silent at most. */
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private final FrontClient front;
  private final Query filters;
  private final Listener listener;
  private final Duration silence;
  private OptionalLong position;
  private OptionalLong announced = OptionalLong.empty();
  private boolean everConnected;
  private boolean lossTold;

  /** Hears what a stream of events tells. */
  public interface Listener {

    /** Something happened. Returns whether to go on. */
    boolean event(JsonNode event);

    /** Nothing happened, and the front says that it is still there. Returns whether to go on. */
    default boolean quiet() {
      return true;
    }

    /** The connection broke; it is made anew. Told once, however often that has to be tried. */
    default void lost(String why) {}
  }

  /**
   * @param filters as {@code hire=...}
   * @param after the position last seen; empty for what happens from now on
   */
  public EventStream(FrontClient front, Query filters, OptionalLong after, Listener listener) {
    this(front, filters, after, listener, SILENCE);
  }

  EventStream(
      FrontClient front, Query filters, OptionalLong after, Listener listener, Duration silence) {
    this.front = front;
    this.filters = filters;
    this.position = after;
    this.listener = listener;
    this.silence = silence;
  }

  /**
   * Hands over event after event until it is told to stop, or interrupted.
   *
   * @throws ProblemException when the front refuses
   * @throws UnreachableException when the front cannot be reached at the beginning
   */
  public void follow() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (!once()) {
          return;
        }
        lost("the front ended it");
      } catch (ProblemException e) {
        refuseUnlessPassing(e, e.isPassing());
      } catch (UnreachableException e) {
        refuseUnlessPassing(e, true);
      } catch (IOException e) {
        refuseUnlessPassing(front.unreachable(e), true);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  /** What fails at the beginning is told at once; later on the front may come back. */
  private void refuseUnlessPassing(RuntimeException failure, boolean passing) {
    if (!everConnected || !passing) {
      throw failure;
    }
    lost(String.valueOf(failure.getMessage()));
  }

  private void lost(String why) {
    if (!lossTold) {
      listener.lost(why);
      lossTold = true;
    }
  }

  private boolean once() throws IOException, InterruptedException {
    var response = front.open("/v1/events/stream" + filters, position, silence);
    try (var body = response.body();
        var timeout = StallTimeout.of(body, silence)) {
      if (response.statusCode() != 200) {
        throw front.problem(
            response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
      everConnected = true;
      lossTold = false;
      return read(body, timeout);
    }
  }

  private boolean read(InputStream body, StallTimeout timeout) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        timeout.restart();
        if (!heeds(line)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw timeout.expired()
          ? new IOException("nothing was heard for " + silence.toSeconds() + " s", e)
          : e;
    }
  }

  private boolean heeds(String line) throws JsonProcessingException {
    if (line.startsWith(":")) {
      return listener.quiet();
    }
    if (line.startsWith("id:")) {
      announced = number(line.substring("id:".length()).strip());
    } else if (line.isEmpty() && announced.isPresent()) {
      // Only a message that has come whole moves the place; one without data tells nothing else.
      position = announced;
    } else if (line.startsWith("data:")) {
      var event = JsonClient.JSON.readTree(line.substring("data:".length()));
      if (event.path("position").isNumber()) {
        position = OptionalLong.of(event.path("position").asLong());
        return listener.event(event);
      }
    }
    return true;
  }

  private static OptionalLong number(String id) {
    return id.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
  }
}
