package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.hire.Recorded;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.model.HireDocument;
import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.hire.HireRecord;
import java.time.Instant;
import java.util.Optional;

/** A hire on OpenContract in documents, events and lines of the ledger. */
final class OpenContractRecord implements HireRecord {
  private final OpenContractHire hire;

  /**
   * The record of one run.
   *
   * @param begins whether nothing of the hire has been told yet
   */
  OpenContractRecord(OpenContractHire hire, boolean begins) {
    this.hire = hire;
  }

  @Override
  public Recorded recorded() {
    return hire.recorded();
  }

  @Override
  public HireDocument header() {
    throw new UnsupportedOperationException("the core does not make documents yet");
  }

  @Override
  public Optional<RecordBatch> news(String runId, Instant now) {
    throw new UnsupportedOperationException("the core does not make documents yet");
  }

  @Override
  public RecordBatch everything(String runId) {
    throw new UnsupportedOperationException("the core does not make documents yet");
  }
}
