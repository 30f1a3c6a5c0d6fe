package dev.tenure.api.pages.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
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
 * Slows down who guesses keys at the sign-in: after some tries a source must wait before each
 * further one, twice as long every time. Kept in memory by each front for itself.
 */
@Singleton
public final class LoginThrottle {

  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 10;
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int MOST_SOURCES = 10_000;
  private static final int NETWORK_BYTES = 8;

  private record Tries(int count, Instant last, Instant next) {}

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Tries> bySource =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > MOST_SOURCES;
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
  public Optional<Duration> begin(String source) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Tries before = bySource.get(source);
      if (before != null && now.isBefore(before.next())) {
        return Optional.of(Duration.between(now, before.next()));
      }
      bySource.put(source, after(before, now));
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The try was a right one. */
  public void right(String source) {
    lock.lock();
    try {
      bySource.remove(source);
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

  /**
   * What tries are counted by: where they come from, and the key that they are for, so far as it is
   * named. So whoever guesses at one key keeps nobody out of another, and not its holder who comes
   * from elsewhere.
   *
   * @param remote who has one address of the sixth version has a whole network of them
   * @param keyId the key that the try names
   */
  public static String source(@Nullable InetAddress remote, Optional<String> keyId) {
    String place =
        switch (remote) {
          case null -> "unknown";
          case Inet6Address six ->
              HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES));
          case InetAddress four -> four.getHostAddress();
        };
    return place + " " + keyId.orElse("");
  }
}
