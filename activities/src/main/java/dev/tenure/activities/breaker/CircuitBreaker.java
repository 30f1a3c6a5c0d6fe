package dev.tenure.activities.breaker;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.IncidentCause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One probe per account and cause. What holds one hire of an account often holds all of them: a
 * missing card, an unclaimed account, an outage. Each hire goes on asking slowly, but of all those
 * only one at a time reaches the marketplace; the others are told at once what still stands in the
 * way, at no cost to anybody but a retry that the service keeps. When one gets through, a few of
 * the others are woken, and each that gets through wakes a few more.
 *
 * <p>The turn to ask falls to whichever held call comes next when it is due, so that it never hangs
 * on one hire that was given up or on a worker that died. All is kept in memory: several workers
 * have one probe each, and one that starts anew learns of an obstacle by hitting it.
 */
public final class CircuitBreaker {

  /** A cause, and the call where only some calls are concerned by it. */
  private record Key(IncidentCause cause, @Nullable String call) {}

  /**
   * What still stands in the way.
   *
   * @param retryAfter when to ask again, where the usual pace would be too fast for so many
   */
  public record Held(Obstacle obstacle, @Nullable Duration retryAfter) {}

  private final InstantSource clock;
  private final HeldPace pace;
  private final Map<Key, OpenCircuit> open = new HashMap<>();

  public CircuitBreaker(InstantSource clock, HeldPace pace) {
    this.clock = clock;
    this.pace = pace;
  }

  /**
   * Empty when the attempt may ask. A fast one always may: a person or a first try wants to know.
   */
  public synchronized Optional<Held> check(Attempt attempt) {
    if (!attempt.slow()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return open.values().stream()
        .filter(circuit -> circuit.holds(attempt.heldCall()) && !circuit.takeProbe(now))
        .findFirst()
        .map(circuit -> new Held(circuit.obstacle(), pace.next(circuit.size())));
  }

  /** The attempt was held up by this. */
  void failed(Attempt attempt, Obstacle obstacle) {
    failed(attempt, obstacle, null, false);
  }

  /**
   * The attempt was held up by this.
   *
   * @param wait how long the marketplace asks to wait
   * @param told whether the hire is told of it, and so tries on slowly, though time may heal it
   */
  public synchronized void failed(
      Attempt attempt, Obstacle obstacle, @Nullable Duration wait, boolean told) {
    Instant now = clock.instant();
    Optional<Key> key = key(attempt, obstacle.cause(), told);
    open.forEach(
        (other, circuit) -> {
          if (!key.equals(Optional.of(other))) {
            circuit.leave(attempt.heldCall(), now);
          }
        });
    key.ifPresent(
        k ->
            open.computeIfAbsent(k, fresh -> new OpenCircuit(obstacle, now))
                .failed(attempt, obstacle, now, wait));
    open.values().removeIf(circuit -> circuit.size() == 0);
  }

  /** The attempt got through: the workflows to wake. */
  public synchronized List<String> succeeded(Attempt attempt) {
    List<String> woken = new ArrayList<>();
    for (OpenCircuit circuit : open.values()) {
      if (circuit.concerns(attempt.call())) {
        woken.addAll(circuit.recover(attempt.heldCall()));
      }
    }
    open.values().removeIf(circuit -> circuit.size() == 0);
    return woken;
  }

  private static Optional<Key> key(Attempt attempt, IncidentCause cause, boolean told) {
    return switch (cause) {
      case ACCOUNT_CLAIM_REQUIRED, PAYMENT_METHOD_REQUIRED, TOKEN_REJECTED ->
          Optional.of(new Key(cause, null));
      // An outage of the fast phase is not worth a circuit: two minutes may heal it.
      case MARKETPLACE_UNREACHABLE, RATE_LIMITED ->
          attempt.slow() || told ? Optional.of(new Key(cause, null)) : Optional.empty();
      case SCOPE_MISSING, FEATURE_DISABLED -> Optional.of(new Key(cause, attempt.call()));
      // Every other cause is about one hire, and tells nothing of the rest.
      default -> Optional.empty();
    };
  }
}
