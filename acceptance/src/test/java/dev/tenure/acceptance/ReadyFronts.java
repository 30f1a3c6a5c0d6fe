package dev.tenure.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests to several fronts as a proxy would pass them on: each front is asked time and again
 * whether it is ready, and gets requests as long as its last answer was yes.
 */
final class ReadyFronts implements AutoCloseable {
  private static final long LOOK_MILLIS = 500;
  private static final int CLIENTS = 3;

  /** One request of so many asks for a hire, the others read. */
  private static final int HIRES_AMONG = 50;

  private final List<String> origins;
  private final Marketplace market;
  private volatile List<String> ready;
  private volatile boolean ending;
  private final AtomicInteger sent = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Queue<String> proposals = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();

  ReadyFronts(List<String> origins, Marketplace market) {
    this.origins = origins;
    this.ready = origins;
    this.market = market;
    running.add(threads.submit(this::look));
    for (int i = 0; i < CLIENTS; i++) {
      running.add(threads.submit(this::send));
    }
  }

  private void look() {
    while (!ending) {
      ready =
          origins.stream().filter(origin -> Stack.serving(origin + "/health/readiness")).toList();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }

  private void send() {
    while (!ending) {
      int number = sent.getAndIncrement();
      List<String> now = ready;
      String origin = now.isEmpty() ? "nobody ready" : now.get(number % now.size());
      try {
        if (number % HIRES_AMONG == 0) {
          hire(origin);
        } else {
          Json.get(origin + "/v1/hires?limit=5").expect(200);
        }
      } catch (RuntimeException | AssertionError e) {
        failures.add(origin + ": " + e);
      }
    }
  }

  private void hire(String origin) {
    String proposal = market.freshProposal();
    Json.post(
            origin + "/v1/hires",
            """
            {"proposalId":"%s","milestones":[{"name":"Batch 1","description":"10k frames",
             "amount":{"amount":"450.00","currency":"USD"}}],
             "budget":{"cap":{"amount":"1000.00","currency":"USD"}}}
            """
                .formatted(proposal))
        .expect(201);
    proposals.add(proposal);
  }

  int sent() {
    return sent.get();
  }

  /** Every request that was answered by something else than success, or not at all. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** The proposals that hires were asked for. */
  List<String> proposals() {
    return List.copyOf(proposals);
  }

  /** Ends all requests, each with its answer. */
  @Override
  public void close() {
    ending = true;
    threads.close();
    running.forEach(ReadyFronts::rethrow);
  }

  private static void rethrow(Future<?> future) {
    if (future.state() == Future.State.FAILED) {
      throw new AssertionError(future.exceptionNow());
    }
  }
}
