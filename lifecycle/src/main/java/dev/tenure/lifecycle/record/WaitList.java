package dev.tenure.lifecycle.record;

import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hire waits for, whatever the marketplace, as it is gathered. */
public final class WaitList {
  private final List<Wait> waits = new ArrayList<>();

  /** A person's decision. */
  public void approval(String id, @Nullable String milestone, String url, Instant deadline) {
    waits.add(new Wait(WaitKind.APPROVAL, id, milestone, null, url, deadline));
  }

  /** An answer to each open incident. */
  public void incidents(HireState<?> hire) {
    for (Incident incident : hire.openIncidents()) {
      waits.add(
          new Wait(
              WaitKind.RESOLUTION,
              null,
              incident.step().milestone(),
              incident.id(),
              incident.fixUrl(),
              null));
    }
  }

  /** Something about a milestone, or about the hire where none is named. */
  public void add(WaitKind kind, @Nullable String milestone, @Nullable Instant deadline) {
    waits.add(new Wait(kind, null, milestone, null, null, deadline));
  }

  /** Everything, soonest deadline first. */
  public List<Wait> sorted() {
    return waits.stream()
        .sorted(
            Comparator.comparing(Wait::deadline, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }
}
