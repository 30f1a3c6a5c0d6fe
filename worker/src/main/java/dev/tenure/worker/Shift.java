package dev.tenure.worker;

import dev.tenure.activities.ShutdownSignal;
import io.grpc.StatusRuntimeException;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.temporal.worker.WorkerFactory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One working day of the process: waits until Temporal is there, works, and on the way out lets
 * running activities finish.
 */
@Singleton
final class Shift implements ApplicationEventListener<ServerStartupEvent>, GracefulShutdownCapable {

  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration ROUND = Duration.ofSeconds(30);

  private final Gateway gateway;
  private final Crew crew;
  private final FeedStarter feeds;
  private final AccountChecks accounts;
  private final Status status;
  private final WorkerSettings settings;
  private final Chore looks;
  private final Chore begins;
  private final ShutdownSignal stopping = new ShutdownSignal();
  private @Nullable WorkerFactory working;

  Shift(
      Gateway gateway,
      Crew crew,
      FeedStarter feeds,
      AccountChecks accounts,
      Status status,
      WorkerSettings settings) {
    this.gateway = gateway;
    this.crew = crew;
    this.feeds = feeds;
    this.accounts = accounts;
    this.status = status;
    this.settings = settings;
    this.looks = new Chore(status, "accounts", "The accounts cannot be looked at now");
    this.begins = new Chore(status, "feed", "The updates feeds cannot be started now");
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofVirtual().name("shift").start(this::run);
  }

  private void run() {
    try {
      while (!begun()) {
        if (stopping.within(RETRY)) {
          return;
        }
      }
      do {
        look();
      } while (!stopping.within(ROUND));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean begun() {
    try {
      gateway.open();
      begin();
      return true;
    } catch (NotYetException e) {
      status.phase(String.valueOf(e.getMessage()));
    } catch (StatusRuntimeException e) {
      status.phase("connecting to Temporal (" + e.getStatus().getCode() + ")");
    } catch (RuntimeException e) {
      LOG.error("The work could not begin, in a way that was not foreseen", e);
      status.phase("not working yet, see the log: " + e);
    }
    return false;
  }

  private synchronized void begin() {
    if (stopping.hasBegun()) {
      return;
    }
    WorkerFactory factory = crew.assemble(stopping);
    factory.start();
    working = factory;
    status.working("working");
  }

  /**
   * Once in a while: a feed that somebody ended begins again, an account that lacks something is
   * told.
   */
  private void look() throws InterruptedException {
    looks.done(accounts::run);
    begins.done(feeds::ensure);
  }

  @Override
  public CompletionStage<?> shutdownGracefully() {
    stopping.begin();
    return CompletableFuture.runAsync(this::end, runnable -> Thread.ofVirtual().start(runnable));
  }

  private synchronized void end() {
    WorkerFactory factory = working;
    if (factory == null || factory.isTerminated()) {
      return;
    }
    status.phase("stopping; running activities finish");
    factory.shutdown();
    factory.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS);
    factory.shutdownNow();
    status.phase("stopped");
  }
}
