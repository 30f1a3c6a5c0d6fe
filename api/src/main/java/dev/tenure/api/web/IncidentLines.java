package dev.tenure.api.web;

import dev.tenure.journal.IncidentQuery;
import dev.tenure.journal.Incidents;
import jakarta.inject.Singleton;
import java.util.List;

/** The open incidents of all hires, the longest open first. */
@Singleton
final class IncidentLines {

  private final Incidents incidents;

  IncidentLines(Incidents incidents) {
    this.incidents = incidents;
  }

  List<IncidentLine> open(Moments moments, int most) {
    return incidents.list(new IncidentQuery(true, null, null, null, null, most)).items().stream()
        .map(one -> IncidentLine.of(one.hireId(), Titles.hire(one), one.incident(), moments))
        .toList();
  }
}
