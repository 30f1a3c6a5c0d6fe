package dev.tenure.api.web.hires;

import dev.tenure.api.links.Paths;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.TemporalWebUi;
import dev.tenure.api.web.hires.action.ActionButton;
import dev.tenure.api.web.hires.action.PageAction;
import dev.tenure.api.web.hires.row.ApprovalRow;
import dev.tenure.api.web.hires.row.EventRow;
import dev.tenure.api.web.hires.row.HireRow;
import dev.tenure.api.web.hires.row.IncidentRow;
import dev.tenure.api.web.hires.row.MilestoneRow;
import dev.tenure.api.web.hires.row.WaitRow;
import dev.tenure.api.web.hires.view.EventsPage;
import dev.tenure.api.web.hires.view.HireFacts;
import dev.tenure.api.web.hires.view.HireMoney;
import dev.tenure.api.web.hires.view.HirePage;
import dev.tenure.api.web.hires.view.LedgerPage;
import dev.tenure.api.web.page.ChangeStreamController;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Pages;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.api.web.page.Titles;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.read.LedgerView;
import dev.tenure.journal.store.Slice;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.workflows.WorkflowIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers and shows all that there is to show of one hire, whichever way led to it. */
@Singleton
final class HirePages {

  private static final int APPROVALS = 200;
  private static final int NEWEST_EVENTS = 30;
  private static final int EVENTS = 100;

  private final Hires hires;
  private final Approvals approvals;
  private final EventFeed events;
  private final TemporalWebUi temporal;
  private final Pages pages;

  HirePages(
      Hires hires, Approvals approvals, EventFeed events, TemporalWebUi temporal, Pages pages) {
    this.hires = hires;
    this.approvals = approvals;
    this.events = events;
    this.temporal = temporal;
    this.pages = pages;
  }

  /**
   * @throws dev.tenure.api.problem.ProblemException when there is none of that id
   */
  HireView find(String id) {
    return hires.find(id).orElseThrow(() -> Problems.noHire(id));
  }

  /** The hire as it is; {@code done} tells what an address says was just carried out. */
  HttpResponse<?> show(HttpRequest<?> request, HireView hire, @Nullable PageAction done) {
    return pages.show(request, HttpStatus.OK, "hire", Titles.hire(hire), model(hire, done, null));
  }

  /** The hire as it is, and why something was not carried out. */
  HttpResponse<?> refused(HttpRequest<?> request, HttpStatus status, HireView hire, String error) {
    return pages.show(request, status, "hire", Titles.hire(hire), model(hire, null, error));
  }

  /** The hire as it is, since it does not allow what was wanted. */
  HttpResponse<?> notAllowed(HttpRequest<?> request, HireView hire, PageAction action) {
    String error = "“" + action.label() + "” is not allowed now. The hire is shown as it is.";
    return refused(request, HttpStatus.CONFLICT, hire, error);
  }

  /** Leads to the hire, which then says what was done. */
  static HttpResponse<?> done(String id, PageAction action) {
    return HttpResponse.seeOther(URI.create(Links.hire(id) + "?" + action.asDone()));
  }

  HttpResponse<?> ledger(HttpRequest<?> request, String id) {
    LedgerView ledger = hires.ledger(id).orElseThrow(() -> Problems.noHire(id));
    LedgerPage page = LedgerPage.of(ledger, pending(id), new RelativeTimes(Instant.now()));
    return pages.show(
        request, HttpStatus.OK, "ledger", "Ledger of " + Titles.hire(ledger.hire()), page);
  }

  HttpResponse<?> events(HttpRequest<?> request, String id, @Nullable Long before) {
    HireView hire = find(id);
    var times = new RelativeTimes(Instant.now());
    Slice<EventView> slice = events.newest(id, before, EVENTS);
    var page =
        new EventsPage(
            Links.hire(id),
            Titles.hire(hire),
            slice.items().stream().map(one -> EventRow.of(one, times)).toList(),
            before == null ? null : Links.hire(id) + "/events",
            older(id, slice));
    return pages.show(
        request, HttpStatus.OK, "events", "What happened to " + Titles.hire(hire), page);
  }

  /** What a person can decide on now. */
  List<ApprovalDocument> pending(String hireId) {
    return pendingViews(hireId).stream().map(ApprovalView::approval).toList();
  }

  private List<ApprovalView> pendingViews(String hireId) {
    return approvals
        .list(new ApprovalQuery(ApprovalStatus.PENDING, hireId, null, APPROVALS))
        .items();
  }

  private HirePage model(HireView hire, @Nullable PageAction done, @Nullable String error) {
    var times = new RelativeTimes(Instant.now());
    List<PageAction> actions = PageAction.of(hire.document().allowedActions());
    Slice<EventView> newest = events.newest(hire.id(), null, NEWEST_EVENTS);
    List<ApprovalView> pending = pendingViews(hire.id());
    return new HirePage(
        done == null ? null : done(hire, done, pending, times),
        error,
        HireRow.of(hire, times),
        WaitRow.of(hire, pending, times),
        hire.openIncidents().stream()
            .map(one -> IncidentRow.of(hire.id(), Titles.hire(hire), one, times))
            .toList(),
        hire.milestones().stream()
            .map(one -> MilestoneRow.of(hire.id(), one, actions, times))
            .toList(),
        HireMoney.of(hire, pending.stream().map(ApprovalView::approval).toList()).facts(),
        Links.hire(hire.id()) + "/ledger",
        approvals(hire, pending, times),
        newest.items().stream().map(one -> EventRow.of(one, times)).toList(),
        older(hire.id(), newest),
        HireFacts.of(hire),
        ofTheHire(hire, actions),
        Paths.hire(hire.id()),
        temporal.linkTo(WorkflowIds.hire(hire.id())),
        times.when(hire.row().recordedAt()),
        ChangeStreamController.PATH + "?hire=" + Links.encoded(hire.id()));
  }

  private static HirePage.Success done(
      HireView hire, PageAction done, List<ApprovalView> pending, RelativeTimes times) {
    ApprovalRow approval =
        pending.stream()
            .filter(one -> done.asksFor(one.approval()))
            .findFirst()
            .map(one -> ApprovalRow.of(one, hire, times))
            .orElse(null);
    return new HirePage.Success(done.success(), approval);
  }

  private List<ApprovalRow> approvals(
      HireView hire, List<ApprovalView> pending, RelativeTimes times) {
    var all = new ApprovalQuery(null, hire.id(), null, APPROVALS);
    // However long the list is, what can still be decided is on it.
    return Stream.concat(
            pending.reversed().stream(),
            approvals.list(all).items().reversed().stream()
                .filter(one -> !one.approval().pending()))
        .map(one -> ApprovalRow.of(one, hire, times))
        .toList();
  }

  private static @Nullable String older(String hireId, Slice<EventView> slice) {
    return slice.more()
        ? Links.hire(hireId) + "/events?before=" + slice.items().getLast().position()
        : null;
  }

  private static List<ActionButton> ofTheHire(HireView hire, List<PageAction> actions) {
    return actions.stream()
        .filter(action -> action.target().isEmpty())
        .map(action -> ActionButton.of(hire.id(), action))
        .toList();
  }
}
