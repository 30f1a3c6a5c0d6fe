package dev.tenure.api.web.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses keys at the sign-in: after some tries an address must wait before each
 * further one, twice as long every time. Kept in memory by each front for itself.
 */
@Singleton
public final class LoginThrottle {

  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 10;
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int MOST_ADDRESSES = 10_000;
  private static final int NETWORK_BYTES = 8;

  private record Tries(int count, Instant last, Instant next) {}

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Tries> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  @Inject
  public LoginThrottle() {
    this(InstantSource.system());
  }

  public LoginThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Counts a try before it is looked at, so that many at once are not free.
   *
   * @return how long it must wait instead; empty where it may be made
   */
  public Optional<Duration> begin(String address) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Tries before = byAddress.get(address);
      if (before != null && now.isBefore(before.next())) {
        return Optional.of(Duration.between(now, before.next()));
      }
      byAddress.put(address, after(before, now));
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The try was a right one. */
  public void right(String address) {
    lock.lock();
    try {
      byAddress.remove(address);
    } finally {
      lock.unlock();
    }
  }

  private static Tries after(@Nullable Tries before, Instant now) {
    int count =
        before == null || before.last().plus(FORGOTTEN).isBefore(now) ? 1 : before.count() + 1;
    int doublings = Math.min(count - FREE, MOST_DOUBLINGS);
    Duration wait = count < FREE ? Duration.ZERO : FIRST_WAIT.multipliedBy(1L << doublings);
    return new Tries(count, now, now.plus(wait));
  }

  /** Who has one address of the sixth version has a whole network of them. */
  public static String source(InetSocketAddress remote) {
    InetAddress address = remote.getAddress();
    if (address == null) {
      return remote.getHostString();
    }
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }
}
