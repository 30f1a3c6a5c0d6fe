package dev.tenure.api.web;

import dev.tenure.api.links.Paths;
import dev.tenure.api.temporal.TemporalSettings;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.store.Slice;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.workflows.WorkflowIds;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers all that there is to show of a hire. */
@Singleton
final class HirePages {

  private static final int APPROVALS = 200;
  private static final int SHOWN = 60;

  private final Approvals approvals;
  private final EventFeed events;
  private final TemporalSettings temporal;

  HirePages(Approvals approvals, EventFeed events, TemporalSettings temporal) {
    this.approvals = approvals;
    this.events = events;
    this.temporal = temporal;
  }

  HirePage of(HireView hire, @Nullable String done, @Nullable String error) {
    var moments = new Moments(Instant.now());
    List<Deed> deeds = Deed.of(hire.document().allowedActions());
    Slice<EventView> newest = events.newest(hire.id(), SHOWN);
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
        newest.items().stream().map(one -> EventLine.of(one, moments)).toList(),
        newest.more() ? "/v1/events?hire=" + hire.id() : null,
        HireFacts.of(hire),
        ofTheHire(hire, deeds),
        Paths.hire(hire.id()),
        temporal.uiOf(WorkflowIds.hire(hire.id())),
        moments.when(hire.row().recordedAt()));
  }

  private List<ApprovalLine> approvals(String hireId, Moments moments) {
    var pending = new ApprovalQuery(ApprovalStatus.PENDING, hireId, null, APPROVALS);
    var all = new ApprovalQuery(null, hireId, null, APPROVALS);
    // However long the list is, what can still be decided is on it.
    return Stream.concat(
            approvals.list(pending).items().reversed().stream(),
            approvals.list(all).items().reversed().stream()
                .filter(one -> !one.approval().pending()))
        .map(one -> ApprovalLine.of(one, moments))
        .toList();
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
