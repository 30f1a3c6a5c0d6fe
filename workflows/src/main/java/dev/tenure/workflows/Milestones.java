package dev.tenure.workflows;

import dev.tenure.model.MilestonePlan;
import io.temporal.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs each milestone of the plan beside the others, also one that is added under way. */
final class Milestones {
  private final HireParts hire;
  private final Coroutines coroutines;
  private final Set<String> running = new HashSet<>();

  Milestones(HireParts hire, Coroutines coroutines) {
    this.hire = hire;
    this.coroutines = coroutines;
  }

  /** Runs until the hire is halted; then {@link #atRest()} says when the last one has stopped. */
  void run() {
    while (!hire.course().halted()) {
      due().forEach(this::start);
      Workflow.await(() -> hire.course().halted() || !due().isEmpty());
    }
  }

  boolean atRest() {
    return hire.course().halted() && running.isEmpty();
  }

  /** Not only new ones: one that was dropped is ours again when people fund it in the app. */
  private List<String> due() {
    return hire.book().plan.milestones().stream()
        .map(MilestonePlan::key)
        .filter(key -> !running.contains(key) && !Settlement.finished(hire.book(), key))
        .toList();
  }

  private void start(String key) {
    running.add(key);
    coroutines.start(
        () -> {
          new MilestoneTrack(hire, key).run();
          running.remove(key);
        });
  }
}
