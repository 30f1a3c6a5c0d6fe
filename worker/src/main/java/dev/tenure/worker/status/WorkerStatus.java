package dev.tenure.worker.status;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the worker is, in words; each change is logged once. */
@Singleton
public final class WorkerStatus {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerStatus.class);

  private final Map<String, String> notes = new ConcurrentHashMap<>();
  private volatile String phase = "starting";
  private volatile boolean working;

  /** On the way to work, or on the way out of it. */
  public void phase(String words) {
    working = false;
    change(words);
  }

  /** At work. */
  public void working(String words) {
    working = true;
    change(words);
  }

  /** Something that people should know though the work goes on. An empty text takes it back. */
  public void note(String subject, String words) {
    String before = words.isEmpty() ? notes.remove(subject) : notes.put(subject, words);
    if (!words.isEmpty() && !words.equals(before)) {
      LOG.warn("{}", words);
    }
  }

  /** Whether work is taken from Temporal. */
  public boolean working() {
    return working;
  }

  /** Everything that people are told, by subject. */
  public Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("phase", phase);
    details.putAll(notes);
    return details;
  }

  private void change(String words) {
    if (!words.equals(phase)) {
      phase = words;
      LOG.info("{}", words);
    }
  }
}
