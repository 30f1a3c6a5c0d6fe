package dev.tenure.activities.opentrain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.ShutdownSignal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Allowance allowance = new Allowance(2, nanos::get);

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
