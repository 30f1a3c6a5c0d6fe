package dev.tenure.api.web;

import dev.tenure.api.hires.Paths;
import dev.tenure.api.temporal.TemporalSettings;
import dev.tenure.journal.ApprovalQuery;
import dev.tenure.journal.Approvals;
import dev.tenure.journal.EventView;
import dev.tenure.journal.Events;
import dev.tenure.journal.HireView;
import dev.tenure.workflows.WorkflowIds;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers all that there is to show of a hire. */
@Singleton
final class HirePages {

  private static final int APPROVALS = 200;
  private static final int READ = 1000;
  private static final int SHOWN = 60;

  private final Approvals approvals;
  private final Events events;
  private final TemporalSettings temporal;

  HirePages(Approvals approvals, Events events, TemporalSettings temporal) {
    this.approvals = approvals;
    this.events = events;
    this.temporal = temporal;
  }

  HirePage of(HireView hire, @Nullable String done, @Nullable String error) {
    var moments = new Moments(Instant.now());
    List<Deed> deeds = Deed.of(hire.document().allowedActions());
    List<EventView> all = events.after(hire.id(), 0, READ).items();
    return new HirePage(
        done,
        error,
        HireLine.of(hire, moments),
        WaitLine.of(hire, moments),
        incidents(hire, moments),
        hire.milestones().stream().map(one -> MilestoneLine.of(hire.id(), one, deeds)).toList(),
        HireFacts.money(hire),
        "What is estimated is ours; what is booked is the marketplace's own ledger.",
        approvals(hire.id(), moments),
        all.reversed().stream().limit(SHOWN).map(one -> EventLine.of(one, moments)).toList(),
        all.size() > SHOWN ? "/v1/events?hire=" + hire.id() : null,
        HireFacts.of(hire),
        ofTheHire(hire, deeds),
        Paths.hire(hire.id()),
        temporal.uiOf(WorkflowIds.hire(hire.id())),
        moments.when(hire.row().recordedAt()));
  }

  private List<ApprovalLine> approvals(String hireId, Moments moments) {
    return approvals.list(new ApprovalQuery(null, hireId, null, APPROVALS)).items().stream()
        .map(one -> ApprovalLine.of(one, moments))
        .toList()
        .reversed();
  }

  private static List<IncidentLine> incidents(HireView hire, Moments moments) {
    return hire.openIncidents().stream()
        .map(one -> IncidentLine.of(hire.id(), Titles.hire(hire), one, moments))
        .toList();
  }

  private static List<Offer> ofTheHire(HireView hire, List<Deed> deeds) {
    return deeds.stream()
        .filter(deed -> deed.target().isEmpty())
        .map(deed -> Offer.of(hire.id(), deed))
        .toList();
  }
}
