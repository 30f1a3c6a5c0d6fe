package dev.tenure.lifecycle.hire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of the hire has been told to the journal: numbers that never repeat within an epoch. */
public final class Recorded {
  private long version;
  private long lastEvent;
  private @Nullable Instant updatedAt;
  private @Nullable String continuedFrom;

  /** The version of each document at its last change, by kind and key. */
  private final Map<String, Long> versions = new LinkedHashMap<>();

  /** Grows with every change of anything in the hire. */
  public long version() {
    return version;
  }

  public @Nullable Instant updatedAt() {
    return updatedAt;
  }

  /** The run that this one carries on: it has spoken to the journal. */
  public @Nullable String continuedFrom() {
    return continuedFrom;
  }

  public long versionOf(String document) {
    return versions.getOrDefault(document, 0L);
  }

  /** Something has changed: from now on the hire is at another version. */
  public long change(Instant now) {
    updatedAt = now;
    return ++version;
  }

  public void changed(String document) {
    versions.put(document, version);
  }

  public long nextEvent() {
    return ++lastEvent;
  }

  /** Call before a hand-over, where the run has spoken to the journal. */
  public void continueFrom(String runId) {
    continuedFrom = runId;
  }
}
