package dev.tenure.journal.record;

import static dev.tenure.journal.Samples.NOW;
import static dev.tenure.journal.Samples.approval;
import static dev.tenure.journal.Samples.batch;
import static dev.tenure.journal.Samples.event;
import static dev.tenure.journal.Samples.header;
import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
@SuppressWarnings("NullAway.Init")
class HireRecordsTest {

  private Hires hires;
  private HireRecords records;
  private EventFeed events;
  private Approvals approvals;
  private HireView hire;

  @BeforeEach
  void enter(Hires hires, HireRecords records, EventFeed events, Approvals approvals) {
    this.hires = hires;
    this.records = records;
    this.events = events;
    this.approvals = approvals;
    this.hire = Samples.entered(records);
  }

  @Test
  void aNewHireShowsItsPlannedMilestonesBeforeAnyWorkflowSpoke() {
    assertThat(hire.document().status()).isEqualTo(HireStatus.REQUESTED);
    assertThat(hire.document().money().worstCase().toString()).isEqualTo("$779.95");
    assertThat(hire.milestones())
        .extracting(MilestoneDocument::state)
        .containsOnly(MilestoneState.PLANNED)
        .hasSize(2);
  }

  @Test
  void aBatchRecordedTwiceIsRecordedOnce() {
    RecordBatch batch = batch(hire, "run-1", 1, event(1), event(2));
    records.record(batch);
    records.record(batch);
    assertThat(events.after(hire.id(), 0, 10).items())
        .extracting(view -> view.event().number())
        .containsExactly(1L, 2L);
  }

  @Test
  void anOlderDocumentNeverReplacesANewerOne() {
    records.record(batch(hire, "run-1", 5, event(1)));
    records.store(batch(hire, "run-1", null, header(hire, HireStatus.REQUESTED, 4), List.of()));
    assertThat(now().document().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(now().document().version()).isEqualTo(5);
  }

  @Test
  void anApprovalKeepsTheTermsOfItsDigestWhateverBecomesOfIt() {
    String id = unique("apr");
    ApprovalTerms terms = Samples.terms("Write the parser");
    tell("run-1", Samples.decidedHere(id, ApprovalStatus.PENDING, 2, "digest", terms));
    tell("run-1", Samples.decidedHere(id, ApprovalStatus.DECLINED, 3, "digest", null));
    ApprovalDocument declined = approvals.find(id).orElseThrow().approval();
    assertThat(declined.status()).isEqualTo(ApprovalStatus.DECLINED);
    assertThat(declined.terms()).isEqualTo(terms);
    assertThat(declined.decision()).isNull();

    // After a Temporal Reset another one may have the same id.
    tell("run-1", Samples.decidedHere(id, ApprovalStatus.DECLINED, 4, "other", null));
    assertThat(approvals.find(id).orElseThrow().approval().terms()).isNull();
  }

  private void tell(String run, ApprovalDocument approval) {
    records.record(
        batch(
            hire,
            run,
            null,
            header(hire, HireStatus.ACTIVE, approval.version()),
            List.of(approval)));
  }

  @Test
  void aCommandsAnswerIsReadBackAtOnceAndLeavesTheEventsToTheRecorder() {
    records.store(batch(hire, "run-1", 3, event(1)));
    assertThat(now().document().version()).isEqualTo(3);
    assertThat(events.after(hire.id(), 0, 10).items()).isEmpty();
  }

  @Test
  void aContinuedRunCarriesOnTheSameTelling() {
    records.record(batch(hire, "run-1", 5, event(1)));
    records.record(
        batch(hire, "run-2", "run-1", header(hire, HireStatus.ENDING, 4), List.of(), event(2)));
    assertThat(now().document().version()).isEqualTo(5);
    assertThat(now().row().runId()).isEqualTo("run-2");
  }

  @Test
  void aResetRunTellsAnewAndItsLowerVersionsCount() {
    records.record(batch(hire, "run-1", 9, event(1), event(2)));
    records.record(
        batch(hire, "run-9", null, header(hire, HireStatus.ENDING, 3), List.of(), event(2)));
    assertThat(now().document().status()).isEqualTo(HireStatus.ENDING);
    assertThat(events.after(hire.id(), 0, 10).items()).hasSize(3);
  }

  @Test
  void aRepeatedTaskThatTellsTheSameAtALaterTimeIsRecordedOnce() {
    records.record(batch(hire, "run-1", 3, event(1), event(2)));
    records.record(batch(hire, "run-1", 3, at(event(1), 5), at(event(2), 5), event(3)));

    assertThat(events.after(hire.id(), 0, 10).items())
        .extracting(view -> view.event().number())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aRepeatedTaskThatTellsSomethingElseLosesNothing() {
    records.record(batch(hire, "run-1", 5, event(1), event(2)));
    HireEvent other = told("hire.paused", 2);
    records.record(
        batch(hire, "run-1", null, header(hire, HireStatus.ENDING, 5), List.of(), other, event(3)));

    assertThat(events.after(hire.id(), 0, 10).items())
        .extracting(view -> view.event().number() + " " + view.event().type())
        .containsExactly(
            "1 " + event(1).type(),
            "2 " + event(2).type(),
            "2 hire.paused",
            "3 " + event(3).type());
    assertThat(now().document().status()).isEqualTo(HireStatus.ENDING);

    records.record(batch(hire, "run-1", 6, event(4)));
    assertThat(now().document().version()).isEqualTo(6);
    records.record(batch(hire, "run-2", "run-1", header(hire, HireStatus.ENDING, 7), List.of()));
    assertThat(now().document().version()).isEqualTo(7);
  }

  @Test
  void aLateWordOfAnOldRunChangesNothingAndOpensNoNewTelling() {
    records.record(batch(hire, "run-1", 5, event(1)));
    records.record(batch(hire, "run-9", 2, event(1)));
    records.store(batch(hire, "run-1", 8));
    assertThat(now().document().version()).isEqualTo(2);
    assertThat(now().row().runId()).isEqualTo("run-9");
    records.record(batch(hire, "run-9", 3, event(2)));
    assertThat(now().document().version()).isEqualTo(3);
  }

  @Test
  void documentsOfEveryKindAreReadBackAsTheyWereTold() {
    String approvalId = unique("apr");
    var pending = approval(approvalId, ApprovalStatus.PENDING, 1);
    var milestone = hire.milestones().getFirst();
    var funded =
        milestone
            .withMarketplace("ms_1", 1, "Batch 1", milestone.amount(), null)
            .withState(MilestoneState.FUNDED)
            .at(1);
    var incident =
        new IncidentDocument(
            "i1",
            IncidentCause.PAYMENT_METHOD_REQUIRED,
            "No card",
            "m1",
            "https://example.test/billing",
            List.of(),
            NOW,
            null,
            null,
            1);
    records.record(
        new RecordBatch(
            hire.id(),
            "run-1",
            null,
            header(hire, HireStatus.ACTIVE, 1, "ctr_1"),
            List.of(funded),
            List.of(pending),
            List.of(incident),
            List.of(event(1))));
    assertThat(now().milestones().getFirst()).isEqualTo(funded);
    assertThat(now().openIncidents()).containsExactly(incident);
    assertThat(approvals.find(approvalId).orElseThrow().approval()).isEqualTo(pending);
  }

  private HireView now() {
    return hires.find(hire.id()).orElseThrow();
  }

  private static HireEvent at(HireEvent event, int later) {
    return new HireEvent(
        event.number(),
        event.type(),
        event.at().plusSeconds(later),
        event.summary(),
        event.milestone(),
        event.approvalId(),
        event.data());
  }

  private static HireEvent told(String type, long number) {
    return new HireEvent(number, type, NOW, "told otherwise", null, null, Map.of());
  }
}
