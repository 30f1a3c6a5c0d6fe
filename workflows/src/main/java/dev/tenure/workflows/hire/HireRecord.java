package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.hire.Recorded;
import dev.tenure.model.HireDocument;
import dev.tenure.model.RecordBatch;
import java.time.Instant;
import java.util.Optional;

/** One hire in documents and events, as they are recorded and shown. */
public interface HireRecord {

  /** How much of it has been told. */
  Recorded recorded();

  /** Its header as of now. */
  HireDocument header();

  /**
   * What has changed since the last call of this; empty where nothing has.
   *
   * @param runId the run that speaks
   */
  Optional<RecordBatch> news(String runId, Instant now);

  /** The whole hire without its events. */
  RecordBatch everything(String runId);
}
