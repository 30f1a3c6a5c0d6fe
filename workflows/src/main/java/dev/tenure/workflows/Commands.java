package dev.tenure.workflows;

import dev.tenure.model.ActionKind;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.RecordBatch;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import java.util.Map;

/** Carries out commands once per idempotency key, and says no in words. */
final class Commands {
  private final HireParts hire;
  private final Book book;
  private final Reports reports;

  Commands(HireParts hire) {
    this.hire = hire;
    this.book = hire.book();
    this.reports = new Reports(book);
  }

  void checkRelease(String milestone) {
    if (!repeated()) {
      AllowedActions.require(
          book,
          ActionKind.RELEASE,
          milestone,
          "Milestone " + milestone + " cannot be released now: " + stateOf(milestone) + ".");
    }
  }

  RecordBatch release(String milestone) {
    return once(
        "release " + milestone,
        () -> {
          book.state.releasesRequested.add(milestone);
          book.note(
              "milestone.release_commanded",
              "The release of milestone %s was commanded.".formatted(milestone),
              milestone,
              null,
              Map.of());
        });
  }

  void checkEnd() {
    if (!repeated()) {
      AllowedActions.require(
          book,
          ActionKind.END,
          null,
          "The contract cannot be ended now: the hire is " + book.state.status.wire() + ".");
    }
  }

  RecordBatch end() {
    return once(
        "end",
        () -> {
          book.state.endRequested = true;
          book.note("hire.end_commanded", "The end of the contract was commanded.");
        });
  }

  void checkResolve(ResolveCommand command) {
    if (!repeated()) {
      AllowedActions.require(
          book,
          ActionKind.RESOLVE,
          command.incidentId(),
          "Incident " + command.incidentId() + " is not open.");
    }
  }

  RecordBatch resolve(ResolveCommand command) {
    return once(
        "resolve " + command.incidentId(),
        () -> hire.incidents().resolve(command.incidentId(), command.resolution()));
  }

  private String stateOf(String milestone) {
    MilestoneDocument known = book.state.milestones.get(milestone);
    return known == null ? "there is no such milestone" : "it is " + known.state().wire();
  }

  private RecordBatch once(String command, Runnable effect) {
    if (book.state.commands.putIfAbsent(key(), command) == null) {
      effect.run();
    }
    return reports.unrecorded();
  }

  private boolean repeated() {
    return book.state.commands.containsKey(key());
  }

  private static String key() {
    return Workflow.getCurrentUpdateInfo().map(UpdateInfo::getUpdateId).orElseThrow();
  }
}
