package dev.tenure.journal.record;

import static dev.tenure.journal.Samples.event;
import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.run.OpenRuns;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hire whose workflow runs, and whose row a restored backup does not have. */
@ExtendWith(JournalExtension.class)
class LostHireTest {

  private final Hires hires;
  private final HireRecords records;

  LostHireTest(Hires hires, HireRecords records) {
    this.hires = hires;
    this.records = records;
  }

  @Test
  void itIsEnteredAgainFromWhatItsWorkflowTellsAndAnIncidentSaysSo(OpenRuns runs) {
    HireView sample = Samples.entered(records);
    String id = unique("hir");
    records.record(of(id, unique("prp"), sample, List.of()));
    HireView found = hires.find(id).orElseThrow();
    assertThat(found.document().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(found.openIncidents())
        .extracting(IncidentDocument::cause)
        .containsExactly(IncidentCause.RECORD_LOST);
    assertThat(runs.snapshotsDue(1000)).contains(id);
  }

  @Test
  void theSnapshotBringsItsPlanBackAndClosesTheIncident(OpenRuns runs) {
    HireView sample = Samples.entered(records);
    String id = unique("hir");
    String proposal = unique("prp");
    records.record(of(id, proposal, sample, List.of()));
    runs.recordSnapshot(
        new RecordBatch(
            id,
            "run-1",
            null,
            header(id, proposal, sample),
            sample.milestones(),
            List.of(),
            List.of(),
            List.of()));
    HireView found = hires.find(id).orElseThrow();
    assertThat(found.openIncidents()).isEmpty();
    assertThat(found.row().plan().milestones())
        .extracting(MilestonePlan::key)
        .containsExactly("m1", "m2");
  }

  @Test
  void aHireThatTookItsPlaceMeanwhileStaysTheCurrentOneAndIsToldOf(OpenRuns runs) {
    HireView current = Samples.entered(records);
    String id = unique("hir");
    String proposal = current.document().proposalId();
    records.record(of(id, proposal, current, List.of(event(1))));
    assertThat(hires.current("default", proposal).orElseThrow().id()).isEqualTo(current.id());
    HireView entered = hires.find(id).orElseThrow();
    assertThat(entered.row().current()).isFalse();
    assertThat(entered.openIncidents().getFirst().detail())
        .contains(current.id(), "pause one of them now");

    runs.recordSnapshot(of(id, proposal, current, List.of()));
    assertThat(hires.find(id).orElseThrow().openIncidents()).hasSize(1);

    records.record(
        Samples.batch(
            current,
            "run-2",
            null,
            Samples.header(current, HireStatus.CANCELLED, 1),
            List.of(),
            event(1)));
    assertThat(hires.find(id).orElseThrow().openIncidents()).isEmpty();
  }

  private static RecordBatch of(
      String id,
      String proposal,
      HireView sample,
      List<dev.tenure.model.message.HireEvent> events) {
    return new RecordBatch(
        id, "run-1", null, header(id, proposal, sample), List.of(), List.of(), List.of(), events);
  }

  private static HireDocument header(String id, String proposal, HireView sample) {
    HireDocument like = sample.document();
    return new HireDocument(
        id,
        like.account(),
        proposal,
        1,
        HireStatus.ACTIVE,
        null,
        null,
        List.of(),
        like.money(),
        List.of(),
        7,
        like.createdAt(),
        Samples.NOW,
        null);
  }
}
