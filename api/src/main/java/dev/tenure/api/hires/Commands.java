package dev.tenure.api.hires;

import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.Command;
import dev.tenure.api.temporal.CommandOutcome;
import dev.tenure.api.temporal.HireCommands;
import dev.tenure.journal.HireRecords;
import dev.tenure.journal.HireView;
import dev.tenure.journal.Hires;
import dev.tenure.journal.Starts;
import dev.tenure.model.RecordBatch;
import dev.tenure.model.Resolution;
import dev.tenure.workflows.Refusal;
import dev.tenure.workflows.ResolveCommand;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries commands to the workflow of a hire and tells what came of them. */
@Singleton
public final class Commands {

  private final Hires hires;
  private final HireRecords records;
  private final Starts starts;
  private final HireCommands workflows;
  private final HireAnswers answers;

  Commands(
      Hires hires,
      HireRecords records,
      Starts starts,
      HireCommands workflows,
      HireAnswers answers) {
    this.hires = hires;
    this.records = records;
    this.starts = starts;
    this.workflows = workflows;
    this.answers = answers;
  }

  public HttpResponse<HireJson> resolve(
      String hireId, String incidentId, Resolution resolution, @Nullable String key) {
    HireView hire = find(hireId);
    if (hire.row().refused() && starts.resolve(hireId, incidentId, resolution)) {
      return done(hireId, CommandKey.of("resolve", incidentId, key));
    }
    return carryOut(hireId, "resolve", incidentId, key, new ResolveCommand(incidentId, resolution));
  }

  /**
   * Sends one command.
   *
   * @param name the workflow's update
   * @param target what it is about, empty for the hire itself
   * @param key makes it the same command when it is repeated
   * @throws ProblemException when it was refused, or nobody answered
   */
  public HttpResponse<HireJson> carryOut(
      String hireId, String name, String target, @Nullable String key, @Nullable Object argument) {
    CommandKey commandKey = CommandKey.of(name, target, key);
    HireView hire = find(hireId);
    var command = new Command(hireId, name, commandKey.updateId(), argument);
    return switch (workflows.send(command)) {
      case CommandOutcome.Done(RecordBatch batch) -> {
        records.store(batch);
        yield done(hireId, commandKey);
      }
      case CommandOutcome.NotAllowed(Refusal refusal) -> throw notAllowed(hireId, refusal);
      case CommandOutcome.NotRunning() -> throw notRunning(hire);
      case CommandOutcome.NoWorker() ->
          throw commandKey.unanswered(
              "worker_unavailable",
              "No worker took the command in time; it may still be carried out.");
      case CommandOutcome.Unreachable() ->
          throw commandKey.unanswered(
              "temporal_unavailable",
              "Temporal does not answer; the command may still be carried out.");
    };
  }

  private HttpResponse<HireJson> done(String hireId, CommandKey key) {
    return HttpResponse.ok(answers.of(find(hireId))).header(CommandKey.HEADER, key.key());
  }

  private HireView find(String hireId) {
    return hires
        .find(hireId)
        .orElseThrow(() -> Problems.notFound("hire_not_found", "There is no hire " + hireId + "."));
  }

  private static ProblemException notAllowed(String hireId, Refusal refusal) {
    ProblemException e = Problems.conflict("not_allowed", "Not allowed now", refusal.words());
    return new ProblemException(
        e.problem().allowing(ActionJson.of(hireId, refusal.allowedActions())));
  }

  private static ProblemException notRunning(HireView hire) {
    String status = hire.document().status().wire();
    if (hire.document().status().closed()) {
      return notAllowed(
          hire.id(),
          new Refusal("The hire is " + status + "; nothing can be commanded any more.", List.of()));
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
