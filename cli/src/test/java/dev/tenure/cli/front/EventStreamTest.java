package dev.tenure.cli.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.FakeFront;
import dev.tenure.cli.FreePorts;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.http.UnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class EventStreamTest {
  private static final String STREAM = "GET /v1/events/stream";
  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  void aBrokenConnectionIsMadeAnewFromTheLastEventSeen() {
    try (var front = new FakeFront()) {
      front.stream(STREAM, ": hello\n\n" + event(5) + event(6));
      var heard = new Heard(3, () -> front.stream(STREAM, event(7)));
      stream(front.url(), 4, heard, LONG).follow();
      assertThat(heard.events).containsExactly(5L, 6L, 7L);
      assertThat(heard.losses).hasSize(1);
      assertThat(heard.quiet).isEqualTo(1);
      assertThat(front.asked().stream().map(FakeFront.Asked::lastEvent)).containsExactly("4", "6");
      assertThat(front.last().line()).isEqualTo(STREAM + "?hire=hir_1");
      assertThat(front.last().bearer()).isEqualTo("Bearer key 1");
    }
  }

  @Test
  void aFrontThatFallsSilentIsLeftAndAskedAnewFromTheLastEventSeen() {
    try (var front = new FakeFront()) {
      front.freezeAfter(STREAM, event(5));
      var heard = new Heard(2, () -> front.stream(STREAM, event(6)));
      stream(front.url(), 4, heard, Duration.ofSeconds(2)).follow();
      assertThat(heard.events).containsExactly(5L, 6L);
      assertThat(heard.losses).singleElement().asString().contains("nothing was heard for 2 s");
      assertThat(front.asked().stream().map(FakeFront.Asked::lastEvent)).containsExactly("4", "5");
    }
  }

  @Test
  void aFrontThatComesBackBeforeItsDatabaseIsWaitedFor() {
    try (var front = new FakeFront()) {
      front.stream(STREAM, event(5));
      var heard = new Heard(2, () -> front.tell(STREAM, 503, problem("journal_unavailable")));
      front.onRequest(
          STREAM,
          () -> {
            if (front.asked().size() == 4) {
              front.stream(STREAM, event(6));
            }
          });
      stream(front.url(), 4, heard, LONG).follow();
      assertThat(heard.events).containsExactly(5L, 6L);
      assertThat(heard.losses).as("told once, however often it is tried").hasSize(1);
      assertThat(front.asked()).hasSize(4);
    }
  }

  @Test
  void whoHearsFromNowOnMissesNothingWhenTheConnectionBreaksBeforeTheFirstEvent() {
    try (var front = new FakeFront()) {
      front.stream(STREAM, ": hello\nid: 862\ndata: \n\nid: 863\n");
      var heard = new Heard(1, () -> {});
      front.onRequest(
          STREAM,
          () -> {
            if (front.asked().size() == 2) {
              front.stream(STREAM, event(863));
            }
          });
      var client =
          new FrontClient(new FrontAddress(front.url(), Optional.empty()), ProxyVariables.none());
      new EventStream(client, new Query(), OptionalLong.empty(), heard, LONG).follow();
      assertThat(heard.events).containsExactly(863L);
      assertThat(front.asked().stream().map(FakeFront.Asked::lastEvent)).containsExactly("", "862");
    }
  }

  @Test
  void aRefusalEndsItWithTheFrontsOwnWords() {
    try (var front = new FakeFront()) {
      front.tell(STREAM, 401, "{\"code\":\"unauthorized\",\"detail\":\"A key is needed.\"}");
      assertThatThrownBy(() -> stream(front.url(), 0, new Heard(1, () -> {}), LONG).follow())
          .isInstanceOf(ProblemException.class)
          .hasMessage("A key is needed.");
    }
  }

  @Test
  void whatFailsAtTheBeginningIsToldAtOnce() {
    try (var front = new FakeFront()) {
      front.tell(STREAM, 503, problem("journal_unavailable"));
      assertThatThrownBy(() -> stream(front.url(), 0, new Heard(1, () -> {}), LONG).follow())
          .isInstanceOf(ProblemException.class);
    }
    assertThatThrownBy(() -> stream(FreePorts.NOBODY, 0, new Heard(1, () -> {}), LONG).follow())
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("Cannot reach");
  }

  private static EventStream stream(
      String url, long after, EventStream.Listener follower, Duration silence) {
    var client =
        new FrontClient(new FrontAddress(url, Optional.of("key 1")), ProxyVariables.none());
    return new EventStream(
        client, new Query().with("hire", "hir_1"), OptionalLong.of(after), follower, silence);
  }

  private static String event(long position) {
    return "id: " + position + "\ndata: {\"position\":" + position + "}\n\n";
  }

  private static String problem(String code) {
    return "{\"status\":503,\"code\":\"" + code + "\",\"detail\":\"Away.\"}";
  }

  /** Keeps what it hears, and has enough after some events. */
  private static final class Heard implements EventStream.Listener {
    private final int enough;
    private final Runnable afterEach;
    private final List<Long> events = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private int quiet;

    Heard(int enough, Runnable afterEach) {
      this.enough = enough;
      this.afterEach = afterEach;
    }

    @Override
    public boolean event(JsonNode event) {
      events.add(event.path("position").asLong());
      afterEach.run();
      return events.size() < enough;
    }

    @Override
    public boolean quiet() {
      quiet++;
      return true;
    }

    @Override
    public void lost(String why) {
      losses.add(why);
    }
  }
}
