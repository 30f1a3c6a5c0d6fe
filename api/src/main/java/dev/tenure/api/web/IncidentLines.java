package dev.tenure.api.web;

import dev.tenure.journal.Hires;
import jakarta.inject.Singleton;
import java.util.List;

/** The open incidents of all hires. */
@Singleton
final class IncidentLines {

  private final Hires hires;

  IncidentLines(Hires hires) {
    this.hires = hires;
  }

  List<IncidentLine> open(Moments moments, int most) {
    return hires.troubled(most).stream()
        .flatMap(
            hire ->
                hire.openIncidents().stream()
                    .map(one -> IncidentLine.of(hire.id(), Titles.hire(hire), one, moments)))
        .toList();
  }
}
