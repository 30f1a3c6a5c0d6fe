package dev.tenure.journal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
@SuppressWarnings("NullAway.Init")
class OpenRunsTest {

  private static final Duration AT_ONCE = Duration.ofMinutes(-1);
  private static final List<Resolution> ANSWERS = List.of(Resolution.RETRY, Resolution.ABORT);

  private Hires hires;
  private HireRecords records;
  private Approvals approvals;
  private OpenRuns runs;
  private HireView hire;
  private final String first = Samples.unique("apr");
  private final String second = Samples.unique("apr");

  @BeforeEach
  void enter(Hires hires, HireRecords records, Approvals approvals, OpenRuns runs) {
    this.hires = hires;
    this.records = records;
    this.approvals = approvals;
    this.runs = runs;
    this.hire = Samples.entered(records);
  }

  @Test
  void onlyOpenHiresWhoseWorkflowWasStartedAreLookedAt(HireStarts starts) {
    assertThat(next()).doesNotContain(new OpenRun(hire.id(), null));
    starts.started(Map.of(hire.id(), "run-1"));
    assertThat(next()).contains(new OpenRun(hire.id(), "run-1"));
    tell("run-1", 5, HireStatus.ACTIVE);
    assertThat(next()).contains(new OpenRun(hire.id(), "run-1"));
    tell("run-1", 6, HireStatus.ENDED);
    assertThat(next()).doesNotContain(new OpenRun(hire.id(), "run-1"));
  }

  @Test
  void aHireThatWasHeardOfIsLeftAloneForAWhile() {
    tell("run-1", 5, HireStatus.ACTIVE);
    assertThat(runs.next(Duration.ofMinutes(1), 1000))
        .doesNotContain(new OpenRun(hire.id(), "run-1"));
  }

  @Test
  void aGoneWorkflowIsAnIncidentOfItsHire() {
    tell("run-1", 5, HireStatus.ACTIVE);
    assertThat(gone("run-1")).isTrue();
    HireView now = now();
    assertThat(now.openIncidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.cause()).isEqualTo(IncidentCause.WORKFLOW_GONE);
              assertThat(incident.actions()).isEqualTo(ANSWERS);
            });
    assertThat(now.document().waitingFor()).hasSize(1);
    assertThat(now.document().version()).isEqualTo(6);
    assertThat(now.document().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(next()).doesNotContain(new OpenRun(hire.id(), "run-1"));
  }

  @Test
  void anAnswerThatIsNotPossibleAnyMoreIsNoLongerOffered() {
    tell("run-1", 5, HireStatus.ACTIVE);
    gone("run-1");
    assertThat(runs.offer(hire.id(), "Its history is gone.", List.of(Resolution.ABORT))).isTrue();
    assertThat(now().openIncidents())
        .singleElement()
        .satisfies(one -> assertThat(one.actions()).containsExactly(Resolution.ABORT));
    assertThat(now().document().allowedActions().getFirst().choices())
        .containsExactly(Resolution.ABORT);
    assertThat(now().document().version()).isEqualTo(7);
    runs.abort(hire.id(), "ops");
    assertThat(runs.offer(hire.id(), "Its history is gone.", List.of())).isFalse();
  }

  @Test
  void theFeedTellsOfAGoneWorkflowAndOfItsReturn(EventFeed events) {
    tell("run-1", 5, HireStatus.ACTIVE);
    gone("run-1");
    runs.revived(hire.id(), "ops");
    runs.revived(hire.id(), "ops");
    tell("run-2", 4, HireStatus.ACTIVE);
    gone("run-2");
    tell("run-3", 4, HireStatus.ACTIVE);
    assertThat(told(events))
        .containsExactly(
            "1 incident.opened: A person is needed: The workflow was terminated.",
            "2 incident.closed: Incident workflow_gone closed: an operator said retry.",
            "3 incident.opened: A person is needed: The workflow was terminated.",
            "4 incident.closed: Incident workflow_gone closed: the workflow runs again.");
    assertThat(events.after(hire.id(), 0, 10).items())
        .extracting(one -> String.valueOf(one.event().data().get("actor")))
        .containsExactly("null", "ops", "null", "null");
    assertThat(events.after(hire.id(), 0, 10).items())
        .allSatisfy(
            one ->
                assertThat(one.event().data())
                    .containsEntry("cause", "workflow_gone")
                    .containsEntry("incidentId", now().incidents().getFirst().id()));
  }

  @Test
  void theFeedTellsEverythingThatAnAbortCloses(EventFeed events) {
    record("run-1", 5, List.of(pending(first)), List.of(incident("i1")));
    gone("run-1");
    runs.abort(hire.id(), "ops");
    assertThat(told(events))
        .containsExactly(
            "1 incident.opened: A person is needed: The workflow was terminated.",
            "2 incident.closed: Incident workflow_gone closed: an operator said abort.",
            "3 approval.superseded: An approval was still pending when the hire closed; decline it"
                + " on the marketplace.",
            "4 incident.closed: Incident payment_method_required closed: the hire went on without"
                + " it.",
            "5 hire.cancelled: The hire was given up without its workflow; what exists on the"
                + " marketplace stays there.");
  }

  @Test
  void theFeedTellsOfAnIncidentThatTheHireWasSetBackBehind(EventFeed events) {
    record("run-1", 9, List.of(), List.of(incident("i1")));
    record("run-2", 3, List.of(), List.of());
    runs.recordSnapshot(batch("run-2", 4, HireStatus.ACTIVE, List.of(), List.of()));
    assertThat(told(events))
        .containsExactly(
            "1 incident.closed: Incident payment_method_required closed: the hire was set back"
                + " behind it.");
  }

  @Test
  void aHireThatClosedOrSpokeMeanwhileIsNotGone() {
    tell("run-1", 5, HireStatus.ACTIVE);
    assertThat(gone("run-0")).isFalse();
    tell("run-1", 6, HireStatus.ENDED);
    assertThat(gone("run-1")).isFalse();
    assertThat(now().openIncidents()).isEmpty();
  }

  @Test
  void anotherRunThatSpeaksEndsTheIncident() {
    tell("run-1", 5, HireStatus.ACTIVE);
    gone("run-1");
    tell("run-2", 4, HireStatus.ACTIVE);
    assertThat(now().openIncidents()).isEmpty();
    assertThat(now().document().waitingFor()).isEmpty();
    assertThat(runs.snapshotsDue(1000)).contains(hire.id());
    assertThat(next()).contains(new OpenRun(hire.id(), "run-2"));
  }

  @Test
  void aRevivedHireIsAskedForItsTale() {
    tell("run-1", 5, HireStatus.ACTIVE);
    gone("run-1");
    runs.revived(hire.id(), "ops");
    assertThat(now().openIncidents()).isEmpty();
    assertThat(runs.snapshotsDue(1000)).contains(hire.id());
    runs.recordSnapshot(batch("run-2", 5, HireStatus.ACTIVE, List.of(), List.of()));
    assertThat(runs.snapshotsDue(1000)).doesNotContain(hire.id());
    assertThat(now().document().waitingFor()).isEmpty();
    assertThat(now().row().runId()).isEqualTo("run-2");
  }

  @Test
  void anAbortedHireLeavesNothingOpen() {
    record("run-1", 5, List.of(pending(first)), List.of(incident("i1")));
    gone("run-1");
    assertThat(runs.abort(hire.id(), "ops")).isTrue();
    assertThat(runs.abort(hire.id(), "ops")).isFalse();
    assertThat(now().document().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(now().openIncidents()).isEmpty();
    assertThat(status(first)).isEqualTo(ApprovalStatus.SUPERSEDED);
  }

  @Test
  void whatOnlyTheEarlierTellingKnewDoesNotStayOpen() {
    record("run-1", 9, List.of(pending(first), pending(second)), List.of(incident("i1")));
    record("run-2", 3, List.of(), List.of());
    assertThat(status(second)).isEqualTo(ApprovalStatus.PENDING);
    runs.recordSnapshot(batch("run-2", 4, HireStatus.ACTIVE, List.of(pending(first)), List.of()));
    assertThat(status(first)).isEqualTo(ApprovalStatus.PENDING);
    assertThat(status(second)).isEqualTo(ApprovalStatus.SUPERSEDED);
    assertThat(now().openIncidents()).isEmpty();
    assertThat(now().milestones()).isEmpty();
  }

  @Test
  void anApprovalThatTheNewTellingAsksForAgainIsPendingAgain() {
    record("run-1", 9, List.of(pending(first)), List.of());
    record("run-2", 3, List.of(), List.of());
    runs.recordSnapshot(batch("run-2", 3, HireStatus.ACTIVE, List.of(), List.of()));
    assertThat(status(first)).isEqualTo(ApprovalStatus.SUPERSEDED);
    record("run-2", 4, List.of(pending(first)), List.of());
    assertThat(status(first)).isEqualTo(ApprovalStatus.PENDING);
  }

  @Test
  void theTaleOfARunThatWasOvertakenClosesNothing() {
    record("run-1", 9, List.of(pending(first)), List.of());
    record("run-2", 3, List.of(pending(second)), List.of());
    runs.recordSnapshot(batch("run-1", 10, HireStatus.ACTIVE, List.of(), List.of()));
    assertThat(status(second)).isEqualTo(ApprovalStatus.PENDING);
    assertThat(runs.snapshotsDue(1000)).contains(hire.id());
  }

  @Test
  void aGoneRunThatNeverSpokeSpeaksTooLateOnceAnotherSpoke(EventFeed events) {
    assertThat(gone(null, "run-1")).isTrue();
    runs.revived(hire.id(), "ops");
    lateWordsOfTheFirstRunChangeNothing(events);
  }

  @Test
  void aGoneRunThatSpokeSpeaksTooLateOnceAnotherSpoke(EventFeed events) {
    record("run-1", 5, List.of(pending(first)), List.of());
    assertThat(gone("run-1")).isTrue();
    runs.revived(hire.id(), "ops");
    lateWordsOfTheFirstRunChangeNothing(events);
  }

  /** The second run was made by the Reset of the first one, whose worker was frozen meanwhile. */
  private void lateWordsOfTheFirstRunChangeNothing(EventFeed events) {
    int before = told(events).size();
    records.record(Samples.batch(hire, "run-2", 3, Samples.event(1)));
    record("run-2", 4, List.of(pending(first)), List.of());
    runs.recordSnapshot(batch("run-2", 4, HireStatus.ACTIVE, List.of(pending(first)), List.of()));
    ApprovalDocument otherwise = Samples.approval(first, ApprovalStatus.DECLINED, 9);
    records.record(
        new RecordBatch(
            hire.id(),
            "run-1",
            null,
            Samples.header(hire, HireStatus.ENDED, 9),
            List.of(),
            List.of(otherwise, pending(second)),
            List.of(),
            List.of(Samples.event(1))));
    assertThat(now().document().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(now().document().version()).isEqualTo(4);
    assertThat(now().row().runId()).isEqualTo("run-2");
    assertThat(status(first)).isEqualTo(ApprovalStatus.PENDING);
    assertThat(told(events)).as("nothing that anyone told is lost").hasSize(before + 2);

    tell("run-2", 5, HireStatus.ENDING);
    assertThat(now().document().status()).isEqualTo(HireStatus.ENDING);
    // What only the late words know stays open no longer than until the next snapshot.
    assertThat(runs.snapshotsDue(1000)).contains(hire.id());
    runs.recordSnapshot(batch("run-2", 5, HireStatus.ENDING, List.of(pending(first)), List.of()));
    assertThat(status(first)).isEqualTo(ApprovalStatus.PENDING);
    assertThat(status(second)).isEqualTo(ApprovalStatus.SUPERSEDED);
  }

  @Test
  void aLateWordOfAGoneRunIsShownAndLeavesTheHireWaitingForAnAnswer() {
    gone(null, "run-1");
    tell("run-1", 3, HireStatus.ACTIVE);
    assertThat(now().document().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(now().document().waitingFor()).hasSize(1);
    assertThat(now().document().allowedActions())
        .singleElement()
        .satisfies(action -> assertThat(action.choices()).isEqualTo(ANSWERS));
    assertThat(now().openIncidents())
        .singleElement()
        .satisfies(one -> assertThat(one.cause()).isEqualTo(IncidentCause.WORKFLOW_GONE));
  }

  @Test
  void aRunThatContinuesTheOneBeforeTheGoneOneIsAReset() {
    tell("run-1", 9, HireStatus.ACTIVE);
    gone("run-1", "run-2");
    var revived = Samples.header(hire, HireStatus.ENDING, 4);
    records.record(Samples.batch(hire, "run-3", "run-1", revived, List.of()));
    tell("run-2", 10, HireStatus.ACTIVE);
    assertThat(now().document()).isEqualTo(revived);
    assertThat(now().row().runId()).isEqualTo("run-3");
  }

  @Test
  void theRunThatARetryResetsIsKnownBeforeItSpeaks() {
    tell("run-1", 9, HireStatus.ACTIVE);
    gone("run-1");
    runs.over(hire.id(), "run-2");
    tell("run-3", 4, HireStatus.ACTIVE);
    runs.over(hire.id(), "run-2");
    tell("run-2", 10, HireStatus.ACTIVE);
    tell("run-3", 5, HireStatus.ENDING);
    assertThat(now().document().status()).isEqualTo(HireStatus.ENDING);
    assertThat(now().row().runId()).isEqualTo("run-3");
  }

  @Test
  void aContinuedRunNeedsNoNewTale() {
    tell("run-1", 5, HireStatus.ACTIVE);
    records.record(
        Samples.batch(
            hire, "run-2", "run-1", Samples.header(hire, HireStatus.ACTIVE, 6), List.of()));
    assertThat(runs.snapshotsDue(1000)).doesNotContain(hire.id());
  }

  private List<OpenRun> next() {
    return runs.next(AT_ONCE, 1000);
  }

  private boolean gone(String runId) {
    return gone(runId, runId);
  }

  private boolean gone(@Nullable String known, @Nullable String over) {
    return runs.gone(new OpenRun(hire.id(), known), over, "The workflow was terminated.", ANSWERS);
  }

  private List<String> told(EventFeed events) {
    return events.after(hire.id(), 0, 100).items().stream()
        .map(EventView::event)
        .map(event -> event.number() + " " + event.type() + ": " + event.summary())
        .toList();
  }

  private HireView now() {
    return hires.find(hire.id()).orElseThrow();
  }

  private ApprovalStatus status(String approval) {
    return approvals.find(approval).orElseThrow().approval().status();
  }

  private void tell(String runId, long version, HireStatus status) {
    records.record(batch(runId, version, status, List.of(), List.of()));
  }

  private void record(
      String runId,
      long version,
      List<ApprovalDocument> documents,
      List<IncidentDocument> incidents) {
    records.record(batch(runId, version, HireStatus.ACTIVE, documents, incidents));
  }

  private RecordBatch batch(
      String runId,
      long version,
      HireStatus status,
      List<ApprovalDocument> documents,
      List<IncidentDocument> incidents) {
    return new RecordBatch(
        hire.id(),
        runId,
        null,
        Samples.header(hire, status, version),
        List.of(),
        documents,
        incidents,
        List.of());
  }

  private static ApprovalDocument pending(String id) {
    return Samples.approval(id, ApprovalStatus.PENDING, 1);
  }

  private static IncidentDocument incident(String id) {
    return new IncidentDocument(
        id,
        IncidentCause.PAYMENT_METHOD_REQUIRED,
        "No card",
        null,
        null,
        ANSWERS,
        Samples.NOW,
        null,
        null,
        1);
  }
}
