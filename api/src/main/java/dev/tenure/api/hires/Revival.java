package dev.tenure.api.hires;

import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.Runs;
import dev.tenure.journal.OpenRuns;
import dev.tenure.model.Resolution;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;

/** Answers the incident of a hire whose workflow is gone, which no workflow can answer. */
@Singleton
final class Revival {

  private final OpenRuns journal;
  private final Runs runs;

  Revival(OpenRuns journal, Runs runs) {
    this.journal = journal;
    this.runs = runs;
  }

  /** Carries out an answer that the incident offers; false where it is not open any more. */
  boolean answer(String hireId, Resolution answer) {
    return switch (answer) {
      case RETRY -> revived(hireId);
      case ABORT -> journal.abort(hireId);
      case ADOPT, SKIP -> false;
    };
  }

  private boolean revived(String hireId) {
    if (!carriedOn(hireId)) {
      throw Problems.conflict(
          "not_allowed",
          "Not allowed now",
          "Temporal has no step of the hire's workflow any more from which it could be carried on;"
              + " abort closes the hire.");
    }
    journal.revived(hireId);
    return true;
  }

  private boolean carriedOn(String hireId) {
    try {
      return runs.revive(hireId);
    } catch (StatusRuntimeException e) {
      throw Problems.unavailable(
          "temporal_unavailable", "Temporal does not answer; repeat the answer in some seconds.");
    }
  }
}
