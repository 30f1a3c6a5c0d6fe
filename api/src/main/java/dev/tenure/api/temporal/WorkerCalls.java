package dev.tenure.api.temporal;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls that a worker answers: they are waited for, but not for long. */
@Singleton
public final class WorkerCalls {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerCalls.class);

  private final ExecutorService threads;
  private final Duration patience;

  WorkerCalls(TemporalSettings settings, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.threads = threads;
    this.patience = settings.patience();
  }

  /** How long one is waited for. */
  public Duration patience() {
    return patience;
  }

  /**
   * What a call answers; empty where no worker answered in time, or the call failed, which is
   * logged.
   *
   * @param what is called, for the log
   */
  public <T> Optional<T> answer(String what, Callable<T> call) {
    Future<T> answer = threads.submit(call);
    try {
      return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      LOG.info("No worker answered in time: {}", what);
    } catch (ExecutionException e) {
      LOG.info("{} failed: {}", what, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}
