package dev.tenure.api.hires;

import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.Command;
import dev.tenure.api.temporal.CommandOutcome;
import dev.tenure.api.temporal.HireCommands;
import dev.tenure.journal.HireRecords;
import dev.tenure.journal.HireView;
import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.Refusal;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Carries commands to the workflow of a hire and tells what came of them. */
@Singleton
final class Sending {

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
      case CommandOutcome.Done(RecordBatch batch) -> {
        records.store(batch);
        yield done(hire.id(), key);
      }
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
