package dev.tenure.activities.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.ShutdownSignal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Allowance allowance = new Allowance(2, nanos::get);

  @Test
  void callsThatAreReservedFollowEachOtherAndNoneIsTakenBeyondThePatience() {
    Duration patience = Duration.ofSeconds(1);
    assertThat(
            Stream.generate(() -> allowance.reserve(1, patience))
                .limit(6)
                .map(wait -> wait.map(Duration::toMillis).orElse(-1L)))
        .containsExactly(0L, 0L, 500L, 1000L, -1L, -1L);
    nanos.addAndGet(500_000_000L);
    assertThat(allowance.reserve(1, patience)).contains(patience);
  }

  @Test
  void callsThatBelongTogetherAreReservedTogetherAndOneThatIsNotMadeIsGivenBack() {
    Duration patience = Duration.ofSeconds(1);
    assertThat(allowance.reserve(2, patience)).contains(Duration.ZERO);
    assertThat(allowance.reserve(2, patience)).contains(Duration.ofMillis(500));
    assertThat(allowance.reserve(1, patience)).as("nothing is left for it").isEmpty();
    allowance.giveBack();
    assertThat(allowance.reserve(1, patience)).contains(patience);
  }

  @Test
  void aSecondOfCallsMayBeMadeAtOnceAndEachOneIsEarnedAgain() {
    allowance.spend();
    assertThat(allowance.untilSpare()).isZero();
    allowance.spend();
    assertThat(allowance.untilSpare()).isEqualTo(Duration.ofMillis(500));
    nanos.addAndGet(Duration.ofMillis(400).toNanos());
    assertThat(allowance.untilSpare()).isEqualTo(Duration.ofMillis(100));
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(allowance.untilSpare()).isZero();
    allowance.spend();
    allowance.spend();
    assertThat(allowance.untilSpare()).isPositive();
  }

  /** W9: 110 pages of backlog with 120 calls a minute. */
  @Test
  void theFeedTakesAtMostHalfAndLeavesTheOtherHalfToHires() {
    Allowance feed = allowance.feed();
    int pages = 0;
    int hires = 0;
    for (int tick = 0; tick < 600; tick++) {
      nanos.addAndGet(Duration.ofMillis(100).toNanos());
      if (feed.untilSpare().isZero()) {
        feed.spend();
        pages++;
      }
      if (tick % 10 == 9) {
        allowance.spend();
        hires++;
      }
    }
    assertThat(hires).isEqualTo(60);
    assertThat(pages).isBetween(55, 61);
    assertThat(allowance.untilSpare()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void hiresThatTakeMoreMakeTheBacklogOfTheFeedWait() {
    Allowance feed = allowance.feed();
    for (int call = 0; call < 6; call++) {
      allowance.spend();
    }
    assertThat(feed.untilSpare()).isGreaterThan(Duration.ofSeconds(2));
    assertThat(feed.untilEarned()).as("a look once in an interval waits for nobody").isZero();
  }

  @Test
  void theServiceHandsOutWhatTheFeedLeaves() {
    assertThat(allowance.besideFeed(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(allowance.besideFeed(Duration.ofSeconds(10))).isEqualTo(1.9);
    assertThat(new Allowance(100).besideFeed(Duration.ofSeconds(1))).isEqualTo(99);
    assertThat(allowance.besideFeed(Duration.ofMillis(1))).isEqualTo(1);
  }

  @Test
  void aDebtIsForgottenBeyondTenSeconds() {
    for (int call = 0; call < 1_000; call++) {
      allowance.spend();
    }
    assertThat(allowance.untilSpare()).isLessThanOrEqualTo(Duration.ofMillis(10_500));
  }

  @Test
  void nobodyWaitsLongerThanItsPatienceNorForAWorkerThatStops() {
    ShutdownSignal stopping = new ShutdownSignal();
    for (int call = 0; call < 20; call++) {
      allowance.spend();
    }
    assertThat(allowance.awaitSpare(Duration.ofSeconds(2), stopping)).isFalse();
    stopping.begin();
    assertThat(allowance.awaitSpare(Duration.ofSeconds(30), stopping)).isFalse();
  }

  @Test
  void whoeverWaitsGetsTheCall() {
    Allowance real = new Allowance(50);
    for (int call = 0; call < 52; call++) {
      real.spend();
    }
    assertThat(real.awaitSpare(Duration.ofSeconds(10), new ShutdownSignal())).isTrue();
  }
}
