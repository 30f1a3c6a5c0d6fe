package dev.tenure.api.temporal;

import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.hire.Refusal;

/** What became of a command. */
public sealed interface CommandOutcome {

  /** Carried out, now or by an earlier call with the same key. */
  record Done(RecordBatch batch) implements CommandOutcome {}

  /** The state of the hire forbids it. */
  record NotAllowed(Refusal refusal) implements CommandOutcome {}

  /** No worker took it in time; it may still be carried out. */
  record NoWorker() implements CommandOutcome {}

  /** Too many commands to the same hire are under way; it was not sent. */
  record NotSent() implements CommandOutcome {}

  /** There is no running workflow. */
  record NotRunning() implements CommandOutcome {}

  /** Temporal does not answer. */
  record Unreachable() implements CommandOutcome {}
}
