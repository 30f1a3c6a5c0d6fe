package dev.tenure.activities.opentrain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.RealJournal;
import dev.tenure.sandbox.Sandbox;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The simulated marketplace, on which the simulation of hires rests, behaves as the sandbox does.
 */
class SimulatedMarketplaceTest {

  /** More of them by {@code -Dmarketplace.seeds=1000}. */
  private static final int SEEDS = Integer.getInteger("marketplace.seeds", 40);

  private static final int STEPS = 40;
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-06-12T09:30:00.000Z"));

  @SuppressWarnings("NullAway.Init")
  private static Sandbox sandbox;

  @SuppressWarnings("NullAway.Init")
  private static HttpClient http;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(RealJournal.properties(), NOW::get);
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void stop() {
    http.close();
    sandbox.close();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStoryEndsAlikeOnBoth(long seed) {
    SimulationSide simulation = new SimulationSide(NOW::get);
    MarketplaceStory story =
        new MarketplaceStory(
            seed,
            new SandboxSide(new SandboxHttp(http, sandbox.url()), NOW::get),
            simulation,
            SimulatedMarketplaceTest::pass);

    story.play(STEPS);

    assertThat(simulation.moneyViolations()).as(story::words).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  private static void pass(Duration time) {
    NOW.updateAndGet(now -> now.plus(time));
  }
}
