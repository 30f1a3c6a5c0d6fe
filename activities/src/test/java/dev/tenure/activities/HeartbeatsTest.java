package dev.tenure.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

  private final Heartbeats heartbeats = new Heartbeats(Duration.ofMillis(5));

  @Test
  void itBeatsWhileTheWorkBlocks() throws Exception {
    CountDownLatch beats = new CountDownLatch(3);
    Heartbeats.Work<Boolean, InterruptedException> work = () -> beats.await(2, TimeUnit.MINUTES);
    assertThat(heartbeats.send(beats::countDown, work)).isTrue();
  }

  @Test
  void workThatIsQuickerThanABeatCostsNone() {
    AtomicInteger beats = new AtomicInteger();
    Heartbeats slow = new Heartbeats(Duration.ofHours(1));
    Heartbeats.Work<String, RuntimeException> work = () -> "done";
    assertThat(slow.send(beats::incrementAndGet, work)).isEqualTo("done");
    assertThat(beats).hasValue(0);
  }

  @Test
  void aFailingBeatNeitherEndsTheBeatingNorHidesTheFailureOfTheWork() {
    CountDownLatch beats = new CountDownLatch(3);
    Heartbeats.Work<String, Exception> work =
        () -> {
          assertThat(beats.await(2, TimeUnit.MINUTES)).isTrue();
          throw new IOException("the call's own failure");
        };
    assertThatThrownBy(
            () ->
                heartbeats.send(
                    () -> {
                      beats.countDown();
                      throw new IllegalStateException("the beat's failure");
                    },
                    work))
        .isInstanceOf(IOException.class)
        .hasMessage("the call's own failure")
        .hasNoSuppressedExceptions();
  }
}
