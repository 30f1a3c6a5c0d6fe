package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.PendingPayment;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import dev.tenure.sandbox.store.CollectionCleared;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a call wait for its payment. The payment goes on without it, also over a restart. */
@Singleton
public class PendingPayments {
  /** How long an answer is held at most, by the wall's time, whatever the marketplace's does. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final OpenContractWorld world;
  private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();

  PendingPayments(OpenContractWorld world) {
    this.world = world;
    world.onChange(PendingPayment.class, payment -> wake());
    world.onChange(CollectionCleared.class, cleared -> wake());
  }

  /**
   * Waits until the payment does not settle any more.
   *
   * @throws ApiError when that takes too long
   */
  public void await(PendingPayment payment) {
    CountDownLatch latch = new CountDownLatch(1);
    waiting.put(payment.id(), latch);
    try {
      if (settles(payment.id()) && !latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw stillSettles();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stillSettles();
    } finally {
      waiting.remove(payment.id());
    }
    if (settles(payment.id())) {
      throw stillSettles();
    }
  }

  @PreDestroy
  void close() {
    waiting.values().forEach(CountDownLatch::countDown);
  }

  private void wake() {
    waiting.forEach(
        (id, latch) -> {
          if (!settles(id)) {
            latch.countDown();
          }
        });
  }

  private boolean settles(String id) {
    return world.pendingPayments.holds(id);
  }

  private static ApiError stillSettles() {
    return ApiError.of(
        ApiError.Code.INTERNAL_ERROR,
        "The payment still settles. Read the contract before you sign another one.");
  }
}
