package dev.tenure.api.hires.command;

import dev.tenure.api.links.ActionJson;
import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.workflows.hire.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** Refused commands as problems. */
final class CommandRefusals {

  private CommandRefusals() {}

  static ProblemException by(String hireId, Refusal refusal) {
    String code = refusal.code();
    if (code == null || code.equals(Refusal.UNKNOWN_SUBJECT)) {
      return notAllowed(hireId, refusal.words(), refusal.allowedActions());
    }
    return code.equals(Refusal.VERSION_CONFLICT)
        ? changed(refusal.words())
        : allowing(
            Problems.conflict(code, "Not allowed now", refusal.words()),
            hireId,
            refusal.allowedActions());
  }

  /** The hire is not as {@code If-Match} says. */
  static ProblemException changed(HireView hire) {
    return changed("The hire is at version " + hire.document().version() + " by now.");
  }

  private static ProblemException changed(String words) {
    return new ProblemException(
        Problem.of(
            HttpStatus.PRECONDITION_FAILED,
            Refusal.VERSION_CONFLICT,
            "Changed meanwhile",
            words + " Read the hire again and repeat the change with its new ETag."));
  }

  static ProblemException notAllowed(String hireId, String words, List<AllowedAction> allowed) {
    return allowing(Problems.conflict("not_allowed", "Not allowed now", words), hireId, allowed);
  }

  private static ProblemException allowing(
      ProblemException e, String hireId, List<AllowedAction> allowed) {
    return new ProblemException(e.problem().allowing(ActionJson.of(hireId, allowed)));
  }

  /** There is no running workflow of the hire: why, and what to do. */
  static ProblemException notRunning(HireView hire) {
    String status = hire.document().status().wire();
    if (hire.document().status().closed()) {
      return notAllowed(
          hire.id(), "The hire is " + status + "; nothing can be commanded any more.", List.of());
    }
    if (hire.row().refused()) {
      return notAllowed(
          hire.id(),
          "The hire could not be started; answer its incident first.",
          hire.document().allowedActions());
    }
    if (hire.row().runId() == null) {
      return Problems.unavailable(
          "not_started", "The hire has not been started yet. Ask again in some seconds.");
    }
    return Problems.conflict(
        "not_running",
        "No workflow runs",
        "The hire is "
            + status
            + ", but Temporal has no running workflow for it. It may have been"
            + " terminated there; see links.temporalUi of the hire.");
  }
}
