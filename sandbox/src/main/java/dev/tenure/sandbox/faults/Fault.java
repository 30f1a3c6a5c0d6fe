package dev.tenure.sandbox.faults;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A fault that the next matching requests run into. */
final class Fault {
  /** What goes wrong. */
  enum Kind {
    DROP_ANSWER,
    HOLD_ANSWER,
    REFUSE,
    DELAY,
    STATUS,
    RATE_LIMIT,
    BARE_STATUS,
    TRUNCATE,
    NOT_JSON,
    EXTRA_FIELDS,
    UNKNOWN_STATUS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> named(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** How it was ordered. */
  record Order(String method, String path, Kind kind, long times, int status, long delayMs) {}

  private final String id;
  private final Order order;
  private final Pattern path;
  private final AtomicLong hits = new AtomicLong();
  private final CountDownLatch lifted = new CountDownLatch(1);

  Fault(String id, Order order) {
    this.id = id;
    this.order = order;
    this.path = pattern(order.path());
  }

  String id() {
    return id;
  }

  Order order() {
    return order;
  }

  long hits() {
    return Math.min(hits.get(), order.times());
  }

  /** Takes one of its times for the request, if it fits and any are left. */
  boolean strikes(String method, String requestPath) {
    return lifted.getCount() > 0
        && (order.method().equals("*") || order.method().equals(method))
        && path.matcher(requestPath).matches()
        && hits.incrementAndGet() <= order.times();
  }

  /** Lets go of the answers that it holds, and strikes no more. */
  void lift() {
    lifted.countDown();
  }

  void awaitLift() throws InterruptedException {
    lifted.await();
  }

  private static Pattern pattern(String path) {
    StringBuilder regex = new StringBuilder();
    for (String part : path.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : "[^/]+").append(Pattern.quote(part));
    }
    return Pattern.compile(regex.toString());
  }
}
