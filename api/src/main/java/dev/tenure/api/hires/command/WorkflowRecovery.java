package dev.tenure.api.hires.command;

import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.Run;
import dev.tenure.api.temporal.Runs;
import dev.tenure.journal.run.OpenRuns;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.Resolution;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the incident of a hire whose workflow is gone, which no workflow can answer. */
@Singleton
record WorkflowRecovery(OpenRuns journal, Runs runs) {

  /** Carries out an answer that the incident offers; false where it is not open any more. */
  boolean answer(String hireId, Resolution answer, @Nullable String actor) {
    return switch (answer) {
      case RETRY -> revived(hireId, actor);
      case ABORT -> journal.abort(hireId, actor);
      case ADOPT, SKIP -> false;
    };
  }

  private boolean revived(String hireId, @Nullable String actor) {
    Run run = revive(hireId);
    if (!(run instanceof Run.Open)) {
      journal.offer(hireId, run.words(), run.actions());
      throw CommandRefusals.notAllowed(hireId, run.words(), answers(run));
    }
    journal.revived(hireId, actor);
    return true;
  }

  private static List<AllowedAction> answers(Run run) {
    return List.of(new AllowedAction(ActionKind.RESOLVE, OpenRuns.GONE, run.actions()));
  }

  private Run revive(String hireId) {
    try {
      return runs.revive(hireId, runId -> journal.over(hireId, runId));
    } catch (StatusRuntimeException e) {
      throw Problems.unavailable(
          "temporal_unavailable", "Temporal does not answer; repeat the answer in some seconds.");
    }
  }
}
