package dev.tenure.worker.lifecycle;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.worker.account.AccountChecks;
import dev.tenure.worker.account.AccountWorkflows;
import dev.tenure.worker.settings.WorkerSettings;
import dev.tenure.worker.status.PeriodicTask;
import dev.tenure.worker.status.WorkerStatus;
import dev.tenure.worker.temporal.NamespaceNotReadyException;
import dev.tenure.worker.temporal.NamespaceSetup;
import dev.tenure.workflows.connection.TemporalConnection;
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
 * From start to stop: waits until Temporal is there, starts the workers, and lets running
 * activities finish before the process ends.
 */
@Singleton
final class WorkerLifecycle
    implements ApplicationEventListener<ServerStartupEvent>, GracefulShutdownCapable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerLifecycle.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  /** Whoever mends a setting of the service waits no longer; a service that refuses is spared. */
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

  private static final Duration ROUND = Duration.ofSeconds(30);

  /** The front calls an account unserved that is not spoken for while others are. */
  private static final Duration PRESENCE = Duration.ofSeconds(10);

  private final TemporalConnection connection;
  private final NamespaceSetup namespace;
  private final WorkerRegistration registration;
  private final AccountWorkflows feeds;
  private final AccountChecks accounts;
  private final WorkerStatus status;
  private final WorkerSettings settings;
  private final PeriodicTask presence;
  private final PeriodicTask accountChecks;
  private final PeriodicTask accountWorkflows;
  private final ShutdownSignal stopping = new ShutdownSignal();
  private @Nullable WorkerFactory working;

  WorkerLifecycle(
      TemporalConnection connection,
      NamespaceSetup namespace,
      WorkerRegistration registration,
      AccountWorkflows feeds,
      AccountChecks accounts,
      WorkerStatus status,
      WorkerSettings settings) {
    this.connection = connection;
    this.namespace = namespace;
    this.registration = registration;
    this.feeds = feeds;
    this.accounts = accounts;
    this.status = status;
    this.settings = settings;
    this.presence =
        new PeriodicTask(status, "presence", "The journal is not told which accounts are served");
    this.accountChecks =
        new PeriodicTask(status, "accounts", "The accounts cannot be looked at now");
    this.accountWorkflows =
        new PeriodicTask(status, "feed", "The updates feeds cannot be started now");
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofVirtual().name("worker-lifecycle").start(this::run);
  }

  private void run() {
    try {
      for (Duration retry = FIRST_RETRY; !begun(); retry = longer(retry)) {
        if (stopping.within(retry)) {
          return;
        }
      }
      Thread.ofVirtual().name("presence").start(this::tellPresence);
      do {
        look();
      } while (!stopping.within(ROUND));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Beside the checks, which wait for marketplaces. */
  private void tellPresence() {
    try {
      do {
        presence.run(accounts::served);
      } while (!stopping.within(PRESENCE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean begun() {
    try {
      namespace.prepare();
      begin();
      return true;
    } catch (NamespaceNotReadyException e) {
      status.phase(String.valueOf(e.getMessage()));
    } catch (StatusRuntimeException e) {
      status.phase(connection.words(e));
    } catch (RuntimeException e) {
      LOG.error("The work could not begin, in a way that was not foreseen", e);
      status.phase("not working yet, see the log: " + e);
    }
    return false;
  }

  private static Duration longer(Duration retry) {
    Duration doubled = retry.multipliedBy(2);
    return doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
  }

  private synchronized void begin() {
    if (stopping.hasBegun()) {
      return;
    }
    WorkerFactory factory = registration.assemble(stopping);
    factory.start();
    working = factory;
    status.working("working");
  }

  /**
   * Once in a while: a feed that somebody ended begins again, an account that lacks something is
   * told.
   */
  private void look() throws InterruptedException {
    lookAtTemporal();
    accountChecks.run(accounts::run);
    accountWorkflows.run(feeds::ensure);
  }

  /** A key may be revoked and a certificate run out while the worker is at work. */
  private void lookAtTemporal() {
    try {
      namespace.requireNamespace();
      status.note("temporal", "");
    } catch (NamespaceNotReadyException e) {
      status.note("temporal", String.valueOf(e.getMessage()));
    }
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
