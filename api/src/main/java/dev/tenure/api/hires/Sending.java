package dev.tenure.api.hires;

import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.Command;
import dev.tenure.api.temporal.CommandOutcome;
import dev.tenure.api.temporal.HireCommands;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.hire.Refusal;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries commands to the workflow of a hire and tells what came of them. */
@Singleton
final class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private final HireRecords records;
  private final HireCommands workflows;
  private final HireTelling telling;

  Sending(HireRecords records, HireCommands workflows, HireTelling telling) {
    this.records = records;
    this.workflows = workflows;
    this.telling = telling;
  }

  HireView find(String hireId) {
    return telling.find(hireId);
  }

  /**
   * @param name of the workflow's update
   * @throws ProblemException when it was not carried out, or perhaps not
   */
  Carried carryOut(HireView hire, String name, CommandKey key, @Nullable Object argument) {
    var command = new Command(hire.id(), name, key.updateId(), argument);
    return switch (workflows.send(command)) {
      case CommandOutcome.Done(RecordBatch batch) -> stored(hire.id(), batch, key);
      case CommandOutcome.NotAllowed(Refusal refusal) -> throw Refused.by(hire.id(), refusal);
      case CommandOutcome.NotRunning() -> throw Refused.notRunning(hire);
      case CommandOutcome.NoWorker() ->
          throw key.unanswered(
              "worker_unavailable",
              "No worker took the command in time; it may still be carried out.");
      case CommandOutcome.Unreachable() ->
          throw key.unanswered(
              "temporal_unavailable",
              "Temporal does not answer; the command may still be carried out.");
    };
  }

  /** The client must not take it for undone: without its key it would be commanded twice. */
  private Carried stored(String hireId, RecordBatch batch, CommandKey key) {
    try {
      records.store(batch);
      return done(hireId, key);
    } catch (JournalUnavailable e) {
      LOG.warn("Hire {} was commanded, and cannot be told: {}", hireId, e.getMessage());
      throw key.unanswered(
          "journal_unavailable",
          "The command was carried out, but the journal's database does not answer, so that the"
              + " hire cannot be shown.");
    }
  }

  /** The hire as it stands after what was done. */
  Carried done(String hireId, CommandKey key) {
    return new Carried(telling.tell(hireId), key);
  }

  /** A command about one milestone of the hire. */
  static HireView having(HireView hire, String milestone) {
    if (hire.milestones().stream().noneMatch(there -> there.key().equals(milestone))) {
      throw Problems.notFound(
          "milestone_not_found",
          "Hire " + hire.id() + " has no milestone " + milestone + "; see milestones[].key of it.");
    }
    return hire;
  }
}
