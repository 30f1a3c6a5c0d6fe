package dev.tenure.api.temporal;

import dev.tenure.journal.run.HireStarts;
import dev.tenure.journal.store.JournalUnavailable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the journal which hires have their workflow, many at once and after their requests were
 * answered. What is lost here costs nothing: the sweeper finds the workflow of a hire that seems to
 * have none.
 */
@Singleton
public final class StartedHires {

  private static final Logger LOG = LoggerFactory.getLogger(StartedHires.class);

  private final HireStarts starts;
  private final Queue<Noted> noted = new ConcurrentLinkedQueue<>();

  private record Noted(String hireId, String runId) {}

  StartedHires(HireStarts starts) {
    this.starts = starts;
  }

  public void add(String hireId, String runId) {
    noted.add(new Noted(hireId, runId));
  }

  /** Long before the sweeper takes a hire for one without a workflow. */
  @Scheduled(fixedDelay = "500ms", initialDelay = "500ms")
  void write() {
    Map<String, String> runs = new LinkedHashMap<>();
    for (Noted one = noted.poll(); one != null; one = noted.poll()) {
      runs.put(one.hireId(), one.runId());
    }
    if (runs.isEmpty()) {
      return;
    }
    try {
      starts.started(runs);
    } catch (JournalUnavailable e) {
      LOG.debug("The start of {} hires is not noted: {}", runs.size(), e.getMessage());
    }
  }
}
