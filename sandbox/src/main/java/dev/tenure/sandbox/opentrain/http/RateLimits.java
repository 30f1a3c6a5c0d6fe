package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.http.MinuteCounter;
import dev.tenure.sandbox.opentrain.world.Settings;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/**
 * Counts calls by token, or by address where a call has none. The numbers and the header are
 * assumed, so both limits are off by default.
 */
@Singleton
class RateLimits {
  private final World world;
  private final MinuteCounter counter;

  RateLimits(World world) {
    this.world = world;
    this.counter = new MinuteCounter(world.clock());
  }

  /** Counts the call; 0 when it may pass, else the seconds after which it may come back. */
  long wait(HttpRequest<?> request) {
    Settings settings = world.transact(world::settings);
    String token = request.getHeaders().get("Authorization");
    return token == null
        ? counter.wait(
            request.getRemoteAddress().getHostString(), settings.addressRequestsPerMinute())
        : counter.wait(token, settings.tokenRequestsPerMinute());
  }
}
