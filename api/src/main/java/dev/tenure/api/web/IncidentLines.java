package dev.tenure.api.web;

import dev.tenure.journal.read.IncidentQuery;
import dev.tenure.journal.read.IncidentView;
import dev.tenure.journal.read.Incidents;
import dev.tenure.journal.store.Slice;
import jakarta.inject.Singleton;

/** The open incidents of all hires, the longest open first. */
@Singleton
final class IncidentLines {

  private final Incidents incidents;

  IncidentLines(Incidents incidents) {
    this.incidents = incidents;
  }

  Slice<IncidentLine> open(Moments moments, int most) {
    Slice<IncidentView> open =
        incidents.list(new IncidentQuery(true, null, null, null, null, most));
    return new Slice<>(
        open.items().stream()
            .map(one -> IncidentLine.of(one.hireId(), Titles.hire(one), one.incident(), moments))
            .toList(),
        open.more());
  }
}
