package dev.tenure.workflows;

import dev.tenure.model.HireEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What changed since the last batch for the journal. */
final class News {
  final Set<String> milestones = new LinkedHashSet<>();
  final Set<String> approvals = new LinkedHashSet<>();
  final Set<String> incidents = new LinkedHashSet<>();
  final List<HireEvent> events = new ArrayList<>();

  private boolean localTry;
  private boolean journalAway;

  /** Whether no local try to record anything is due or under way. */
  boolean quiet() {
    return journalAway || (isEmpty() && !localTry);
  }

  void localTryBegins() {
    localTry = true;
  }

  void localTryEnded() {
    localTry = false;
  }

  /** Until the journal is back, nothing is tried locally. */
  void journalAway(boolean away) {
    journalAway = away;
  }

  boolean isEmpty() {
    return events.isEmpty() && milestones.isEmpty() && approvals.isEmpty() && incidents.isEmpty();
  }

  void clear() {
    milestones.clear();
    approvals.clear();
    incidents.clear();
    events.clear();
  }
}
