package dev.tenure.api.temporal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only so many at a time for each hire, first come first served. Temporal takes but ten
 * updates of a workflow at a time and makes the others guess when to come again.
 */
public final class HireSemaphores {

  /** What is done when it is one's turn. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws InterruptedException;
  }

  private record Hire(Semaphore free, int users) {}

  private final ConcurrentHashMap<String, Hire> hires = new ConcurrentHashMap<>();
  private final int atOnce;

  public HireSemaphores(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Waits for a turn and does the work in it.
   *
   * @return what came of it; empty when no turn came in time
   */
  public <T> Optional<T> inTurn(String hireId, Duration patience, Work<T> work)
      throws InterruptedException {
    Semaphore free =
        Objects.requireNonNull(hires.compute(hireId, (id, hire) -> joined(hire))).free();
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.run());
      } finally {
        free.release();
      }
    } finally {
      hires.computeIfPresent(hireId, (id, hire) -> left(hire));
    }
  }

  private Hire joined(@Nullable Hire hire) {
    return hire == null
        ? new Hire(new Semaphore(atOnce, true), 1)
        : new Hire(hire.free(), hire.users() + 1);
  }

  private static @Nullable Hire left(Hire hire) {
    return hire.users() == 1 ? null : new Hire(hire.free(), hire.users() - 1);
  }
}
