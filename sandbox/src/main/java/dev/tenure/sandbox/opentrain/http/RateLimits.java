package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.opentrain.world.Settings;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts calls in fixed minutes of the marketplace's time, by token, or by address where a call has
 * none. The numbers and the header are assumed, so both limits are off by default.
 */
@Singleton
class RateLimits {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final World world;
  private final Map<String, Long> calls = new HashMap<>();
  private long minute;

  RateLimits(World world) {
    this.world = world;
  }

  /** Counts the call; 0 when it may pass, else the seconds after which it may come back. */
  synchronized long wait(HttpRequest<?> request) {
    Settings settings = world.transact(world::settings);
    String authorization = request.getHeaders().get("Authorization");
    boolean byToken = authorization != null;
    long most = byToken ? settings.tokenRequestsPerMinute() : settings.addressRequestsPerMinute();
    Instant now = world.now();
    if (now.toEpochMilli() / MINUTE != minute) {
      minute = now.toEpochMilli() / MINUTE;
      calls.clear();
    }
    if (most == 0) {
      return 0;
    }
    String caller = byToken ? authorization : request.getRemoteAddress().getHostString();
    return calls.merge(caller, 1L, Long::sum) <= most ? 0 : untilNextMinute(world.clock());
  }

  private long untilNextMinute(MarketClock clock) {
    Instant next = clock.wall(Instant.ofEpochMilli((minute + 1) * MINUTE));
    return Math.max(1, Math.ceilDiv(Duration.between(clock.wall(), next).toMillis(), 1_000L));
  }
}
