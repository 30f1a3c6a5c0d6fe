package dev.tenure.sandbox.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant WALL = Instant.parse("2026-06-12T09:30:00Z");

  @Test
  void anotherStretchNeverBeginsBeforeWhatWasReached() {
    Timeline fast = Timeline.PLAIN.from(WALL, WALL, 1_000_000);
    Instant later = WALL.plusMillis(50);
    Instant reached = fast.market(later);
    Timeline slow = fast.from(later, WALL.plusSeconds(1), 1);
    assertThat(slow.market(later)).isEqualTo(reached);
    assertThat(slow.market(later.plusSeconds(1))).isEqualTo(reached.plusSeconds(1));
  }
}
