package dev.tenure.api.pages.hires;

import dev.tenure.api.pages.hires.view.ActionButton;
import dev.tenure.api.pages.hires.view.ApprovalRow;
import dev.tenure.api.pages.hires.view.HireFacts;
import dev.tenure.api.pages.hires.view.HireMoney;
import dev.tenure.api.pages.hires.view.HireRow;
import dev.tenure.api.pages.hires.view.IncidentRow;
import dev.tenure.api.pages.hires.view.LedgerPage;
import dev.tenure.api.pages.hires.view.MilestoneRow;
import dev.tenure.api.pages.hires.view.PageAction;
import dev.tenure.api.pages.hires.view.WaitRow;
import dev.tenure.api.pages.shared.Fact;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.api.pages.shared.Pages;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.TemporalWebUi;
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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers and shows all that there is to show of one hire, whichever way led to it. */
@Singleton
record HirePages(
    Hires hires, Approvals approvals, EventFeed events, TemporalWebUi temporal, Pages pages) {

  private static final int APPROVALS = 200;
  private static final int NEWEST_EVENTS = 30;
  private static final int EVENTS = 100;

  /**
   * Everything about one hire.
   *
   * @param done what was just carried out
   * @param error why something was not carried out
   * @param olderEvents where earlier events are, if there are any
   * @param actions those about the hire as a whole
   */
  record HirePage(
      @Nullable Success done,
      @Nullable String error,
      HireRow hire,
      List<WaitRow> waits,
      List<IncidentRow> incidents,
      List<MilestoneRow> milestones,
      List<Fact> money,
      List<ApprovalRow> approvals,
      List<EventView> events,
      @Nullable String olderEvents,
      List<Fact> facts,
      List<ActionButton> actions,
      @Nullable String temporalUi) {}

  /**
   * What was carried out.
   *
   * @param approval what a person decides on now, where that follows from it
   */
  record Success(String words, @Nullable ApprovalRow approval) {}

  /**
   * A part of what happened to a hire, the newest first.
   *
   * @param newest where the list begins, unless it does so here
   */
  record EventsPage(
      HireView hire, List<EventView> events, @Nullable String newest, @Nullable String older) {}

  /**
   * @throws dev.tenure.api.problem.ProblemException when there is none of that id
   */
  HireView find(String id) {
    return hires.find(id).orElseThrow(() -> Problems.noHire(id));
  }

  /** The hire as it is; {@code done} tells what an address says was just carried out. */
  HttpResponse<?> show(HttpRequest<?> request, HireView hire, @Nullable PageAction done) {
    return pages.show(
        request, HttpStatus.OK, "hire", Glossary.title(hire), model(hire, done, null));
  }

  /** The hire as it is, and why something was not carried out. */
  HttpResponse<?> refused(HttpRequest<?> request, HttpStatus status, HireView hire, String error) {
    return pages.show(request, status, "hire", Glossary.title(hire), model(hire, null, error));
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
    return pages.show(
        request,
        HttpStatus.OK,
        "ledger",
        "Ledger of " + Glossary.title(ledger.hire()),
        new LedgerPage(ledger, pending(id)));
  }

  HttpResponse<?> events(HttpRequest<?> request, String id, @Nullable Long before) {
    HireView hire = find(id);
    Slice<EventView> slice = events.newest(id, before, EVENTS);
    String newest = before == null ? null : Links.hire(id) + "/events";
    var page = new EventsPage(hire, slice.items(), newest, older(id, slice));
    return pages.show(
        request, HttpStatus.OK, "events", "What happened to " + Glossary.title(hire), page);
  }

  /** What a person can decide on now. */
  List<ApprovalDocument> pending(String hireId) {
    return documents(pendingViews(hireId));
  }

  private static List<ApprovalDocument> documents(List<ApprovalView> views) {
    return views.stream().map(ApprovalView::approval).toList();
  }

  private List<ApprovalView> pendingViews(String hireId) {
    return approvals
        .list(new ApprovalQuery(ApprovalStatus.PENDING, hireId, null, APPROVALS))
        .items();
  }

  private HirePage model(HireView hire, @Nullable PageAction done, @Nullable String error) {
    List<PageAction> allowed = PageAction.of(hire.document().allowedActions());
    Slice<EventView> newest = events.newest(hire.id(), null, NEWEST_EVENTS);
    List<ApprovalView> pending = pendingViews(hire.id());
    return new HirePage(
        done == null ? null : done(hire, done, pending),
        error,
        new HireRow(hire),
        WaitRow.of(hire, pending),
        hire.openIncidents().stream()
            .map(one -> new IncidentRow(hire.id(), Glossary.title(hire), "", one))
            .toList(),
        hire.milestones().stream().map(one -> new MilestoneRow(hire.id(), one, allowed)).toList(),
        new HireMoney(hire, documents(pending)).facts(),
        approvals(hire, pending),
        newest.items(),
        older(hire.id(), newest),
        HireFacts.of(hire),
        ofTheHire(hire, allowed),
        temporal.linkTo(WorkflowIds.hire(hire.id())));
  }

  private static Success done(HireView hire, PageAction done, List<ApprovalView> pending) {
    ApprovalRow approval =
        pending.stream()
            .filter(one -> done.asksFor(one.approval()))
            .findFirst()
            .map(one -> ApprovalRow.of(one, hire))
            .orElse(null);
    return new Success(done.success(), approval);
  }

  private List<ApprovalRow> approvals(HireView hire, List<ApprovalView> pending) {
    var all = new ApprovalQuery(null, hire.id(), null, APPROVALS);
    // However long the list is, what can still be decided is on it.
    return Stream.concat(
            pending.reversed().stream(),
            approvals.list(all).items().reversed().stream()
                .filter(one -> !one.approval().pending()))
        .map(one -> ApprovalRow.of(one, hire))
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
