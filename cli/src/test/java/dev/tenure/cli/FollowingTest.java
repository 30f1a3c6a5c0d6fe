package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.front.EventStream;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.front.UnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class FollowingTest {
  private static final String STREAM = "GET /v1/events/stream";

  @Test
  void aBrokenConnectionIsMadeAnewFromTheLastEventSeen() {
    try (var front = new FakeFront()) {
      front.stream(STREAM, ": hello\n\n" + event(5) + event(6));
      List<Long> seen = new ArrayList<>();
      List<String> lost = new ArrayList<>();
      stream(front, 4, () -> lost.add("lost"))
          .follow(
              event -> {
                seen.add(event.path("position").asLong());
                front.stream(STREAM, event(7));
                return seen.size() < 3;
              });
      assertThat(seen).containsExactly(5L, 6L, 7L);
      assertThat(lost).hasSize(1);
      assertThat(front.asked().stream().map(FakeFront.Asked::lastEvent)).containsExactly("4", "6");
      assertThat(front.last().line()).isEqualTo(STREAM + "?hire=hir_1");
      assertThat(front.last().bearer()).isEqualTo("Bearer key 1");
    }
  }

  @Test
  void aRefusalEndsItWithTheFrontsOwnWords() {
    try (var front = new FakeFront()) {
      front.tell(STREAM, 401, "{\"code\":\"unauthorized\",\"detail\":\"A key is needed.\"}");
      assertThatThrownBy(() -> stream(front, 0, () -> {}).follow(event -> true))
          .isInstanceOf(ProblemException.class)
          .hasMessage("A key is needed.");
    }
  }

  @Test
  void whereNobodyAnswersAtFirstItSaysSo() {
    assertThatThrownBy(() -> stream(FreePorts.NOBODY, 0, () -> {}).follow(event -> true))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("Nobody answers");
  }

  private static EventStream stream(FakeFront front, long after, Runnable lost) {
    return stream(front.url(), after, lost);
  }

  private static EventStream stream(String url, long after, Runnable lost) {
    var client = new FrontClient(new FrontAddress(url, Optional.of("key 1")));
    return new EventStream(client, "hire=hir_1", after, lost);
  }

  private static String event(long position) {
    return "id: " + position + "\ndata: {\"position\":" + position + "}\n\n";
  }
}
