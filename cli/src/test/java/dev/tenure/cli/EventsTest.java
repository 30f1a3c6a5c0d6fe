package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the telling of events begins. */
class EventsTest extends AtAFront {
  private static final String STREAM = "GET /v1/events/stream";

  /** A refusal ends what would follow for ever. */
  @ParameterizedTest
  @CsvSource({"'',''", "--all,0", "--after 7,7"})
  void whatIsFollowedBeginsNowUnlessAPlaceIsNamed(String place, String lastEvent) {
    front.tell(STREAM, 401, "{\"status\":401,\"detail\":\"No.\"}");
    assertThat(runLine(("events --follow " + place).strip())).isEqualTo(ExitCode.NO_ACCESS);
    assertThat(front.last().lastEvent()).isEqualTo(lastEvent);
  }

  @Test
  void aMomentIsFoundAmongTheEventsWithoutReadingAllOfThem() {
    var now = Instant.now();
    for (int after = 0; after < 2048; after++) {
      var at = now.minusSeconds(60L * (1000 - after));
      front.tellWhere(
          "GET /v1/events?cursor=" + after + "&limit=1",
          after < 1000
              ? "{\"items\":[{\"position\":%d,\"at\":\"%s\"}]}".formatted(after + 1, at)
              : "{\"items\":[]}");
    }
    front.tell(STREAM, 401, "{\"status\":401,\"detail\":\"No.\"}");
    assertThat(runLine("events --follow --since 90m")).isEqualTo(ExitCode.NO_ACCESS);
    // An hour and a half ago, at one event a minute.
    assertThat(Long.parseLong(front.last().lastEvent())).isBetween(910L, 911L);
    assertThat(front.asked()).hasSizeLessThan(25);
    assertThat(runLine("events --follow --since 1d")).isEqualTo(ExitCode.NO_ACCESS);
    assertThat(front.last().lastEvent()).isEqualTo("0");
    assertThat(runLine("events --follow --since 0s")).isEqualTo(ExitCode.NO_ACCESS);
    assertThat(front.last().lastEvent()).isEqualTo("1000");
  }

  @Test
  void onlyOnePlaceMayBeNamed() {
    assertThat(runLine("events --all --after 5")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("one of --after, --since and --all");
    assertThat(front.asked()).isEmpty();
  }
}
