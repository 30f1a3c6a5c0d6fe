package dev.tenure.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One sandbox per class on a clock that stands still, as good as new before every test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
abstract class SandboxTest {
  /** What is awaited comes at once; this is for the slowest of machines. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration NAP = Duration.ofMillis(10);

  protected ManualClock clock;
  protected Sandbox sandbox;
  protected Market market;

  @BeforeAll
  void start() {
    clock = new ManualClock();
    sandbox = Sandbox.start(Map.of(), clock);
    market = new Market(sandbox.url());
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    clock.begin();
    market.control("POST", "/reset");
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      LockSupport.parkNanos(NAP.toNanos());
    }
  }
}
