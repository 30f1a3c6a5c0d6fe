package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.hire.Recorded;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.lifecycle.record.Documents;
import dev.tenure.lifecycle.record.Snapshot;
import dev.tenure.model.HireDocument;
import dev.tenure.model.RecordBatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A hire on OpenTrain in documents and events. */
final class OpenTrainRecord implements HireRecord {
  private final Hire hire;
  private Snapshot told;

  /**
   * The record of one run.
   *
   * @param begins whether nothing of the hire has been told yet
   */
  OpenTrainRecord(Hire hire, boolean begins) {
    this.hire = hire;
    this.told = begins ? Snapshot.nothingOf(hire) : Snapshot.of(hire);
  }

  @Override
  public Recorded recorded() {
    return hire.recorded();
  }

  @Override
  public HireDocument header() {
    return Documents.header(hire);
  }

  @Override
  public Optional<RecordBatch> news(String runId, Instant now) {
    Changes changes = Changes.since(told, hire, now);
    boolean none = changes.isEmpty(told);
    told = changes.snapshot();
    return none ? Optional.empty() : Optional.of(changes.batch(hire, runId));
  }

  @Override
  public RecordBatch everything(String runId) {
    return new RecordBatch(
        hire.id(),
        runId,
        hire.recorded().continuedFrom(),
        header(),
        hire.milestones().stream().map(milestone -> Documents.of(hire, milestone)).toList(),
        hire.asks().stream()
            .filter(ask -> ask.approval() != null)
            .map(ask -> Documents.of(hire, ask))
            .toList(),
        hire.incidents().stream().map(incident -> Documents.of(hire, incident)).toList(),
        List.of());
  }
}
