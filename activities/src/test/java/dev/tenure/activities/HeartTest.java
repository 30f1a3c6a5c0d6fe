package dev.tenure.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartTest {

  private final Heart heart = new Heart(Duration.ofMillis(5));

  @Test
  void itBeatsWhileTheWorkBlocks() throws Exception {
    CountDownLatch beats = new CountDownLatch(3);
    Heart.Work<Boolean, InterruptedException> work = () -> beats.await(2, TimeUnit.MINUTES);
    assertThat(heart.during(beats::countDown, work)).isTrue();
  }

  @Test
  void workThatIsQuickerThanABeatCostsNone() {
    AtomicInteger beats = new AtomicInteger();
    Heart slow = new Heart(Duration.ofHours(1));
    Heart.Work<String, RuntimeException> work = () -> "done";
    assertThat(slow.during(beats::incrementAndGet, work)).isEqualTo("done");
    assertThat(beats).hasValue(0);
  }

  @Test
  void aFailingBeatNeitherEndsTheBeatingNorHidesTheFailureOfTheWork() {
    CountDownLatch beats = new CountDownLatch(3);
    Heart.Work<String, Exception> work =
        () -> {
          assertThat(beats.await(2, TimeUnit.MINUTES)).isTrue();
          throw new IOException("the call's own failure");
        };
    assertThatThrownBy(
            () ->
                heart.during(
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
