package dev.tenure.journal.record;

import static dev.tenure.journal.Samples.approval;
import static dev.tenure.journal.Samples.event;
import static dev.tenure.journal.Samples.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.run.OpenRuns;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL's JSON takes no U+0000; here it stands for all that a database may refuse. */
@ExtendWith(JournalExtension.class)
class RefusedBatchTest {

  private final Hires hires;
  private final HireRecords records;
  private final HireView hire;

  RefusedBatchTest(Hires hires, HireRecords records) {
    this.hires = hires;
    this.records = records;
    this.hire = Samples.entered(records);
  }

  @Test
  void whatTheDatabaseTakesIsRecordedAndAnIncidentNamesTheRest(
      Approvals approvals, EventFeed events) {
    String approval = Samples.unique("apr");
    records.record(
        batch(1, approval, "A\u0000B", event(1), said(2, "spoilt \u0000 words"), event(3)));
    assertThat(now().document().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(approvals.find(approval)).isPresent();
    assertThat(summaries(events))
        .startsWith("Event 1", "What happened could not be recorded.", "Event 3")
        .anyMatch(words -> words.startsWith("A person is needed: The journal's database"));
    assertThat(now().openIncidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.cause()).isEqualTo(IncidentCause.RECORD_REFUSED);
              assertThat(incident.detail()).contains("milestone m1: ", "event 2 (sample.event): ");
            });
  }

  @Test
  void aRepeatedBatchChangesNothingAndWhatFollowsIsRecorded(EventFeed events) {
    RecordBatch refused = batch(1, Samples.unique("apr"), "A\u0000B", event(1));
    records.record(refused);
    records.record(refused);
    records.record(batch(2, Samples.unique("apr"), "Batch 1", event(2)));
    assertThat(summaries(events)).filteredOn(words -> words.startsWith("A person")).hasSize(1);
    assertThat(summaries(events)).contains("Event 1", "Event 2");
  }

  @Test
  void theIncidentClosesOnceEverythingIsRecorded(OpenRuns runs) {
    records.record(batch(1, Samples.unique("apr"), "A\u0000B", event(1)));
    assertThat(runs.snapshotsDue(1000)).contains(hire.id());
    runs.recordSnapshot(batch(2, Samples.unique("apr"), "A?B"));
    assertThat(now().openIncidents()).isEmpty();
    assertThat(now().milestones().getFirst().name()).isEqualTo("A?B");
  }

  @Test
  void aSnapshotThatIsRefusedIsAskedForAgainAfterTheNextBatchOnly(OpenRuns runs) {
    records.record(batch(1, Samples.unique("apr"), "A\u0000B", event(1)));
    RecordBatch everything = batch(1, Samples.unique("apr"), "A\u0000B");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> runs.recordSnapshot(everything)))
        .isInstanceOf(dev.tenure.journal.store.RefusedStatementException.class);
    assertThat(runs.snapshotsDue(1000)).doesNotContain(hire.id());
    assertThat(now().openIncidents()).extracting(IncidentDocument::id).containsExactly("record");
    records.record(Samples.batch(hire, "run-1", 3, event(2)));
    assertThat(runs.snapshotsDue(1000)).contains(hire.id());
  }

  private HireView now() {
    return hires.find(hire.id()).orElseThrow();
  }

  private List<String> summaries(EventFeed events) {
    return events.after(hire.id(), 0, 100).items().stream()
        .map(EventView::event)
        .map(HireEvent::summary)
        .toList();
  }

  private RecordBatch batch(long version, String approval, String name, HireEvent... said) {
    MilestoneDocument planned = hire.milestones().getFirst();
    MilestoneDocument named =
        planned.withMarketplace(Samples.unique("mil"), 1, name, Money.usd("450"), null).at(version);
    return new RecordBatch(
        hire.id(),
        "run-1",
        null,
        header(hire, HireStatus.ACTIVE, version),
        List.of(named),
        List.of(approval(approval, ApprovalStatus.PENDING, version)),
        List.of(),
        List.of(said));
  }

  private static HireEvent said(long number, String summary) {
    return new HireEvent(number, "sample.event", Samples.NOW, summary, null, null, Map.of());
  }
}
