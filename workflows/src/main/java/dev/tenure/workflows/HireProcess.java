package dev.tenure.workflows;

import dev.tenure.model.MilestonePlan;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** The process: request the hire, run its milestones, end the contract. */
final class HireProcess {
  private final HireParts hire;
  private final Book book;
  private final Course course;
  private final Coroutines coroutines;
  private final Hiring hiring;
  private final Ending ending;

  HireProcess(HireParts hire, Coroutines coroutines) {
    this.hire = hire;
    this.book = hire.book();
    this.course = hire.course();
    this.coroutines = coroutines;
    this.hiring = new Hiring(hire);
    this.ending = new Ending(hire);
  }

  void run() {
    hire.incidents().honourAborts();
    while (!book.hasContract() && !course.halted()) {
      unlessOvertaken(hiring::run);
    }
    if (book.hasContract()) {
      unlessOvertaken(hiring::checkTerms);
      Promise<Void> milestones = startMilestones();
      while (!course.halted()) {
        unlessOvertaken(ending::run);
      }
      milestones.get();
    }
    if (course.over()) {
      new Closing(book, hire.incidents()).close();
    }
  }

  private Promise<Void> startMilestones() {
    List<Promise<Void>> tracks = new ArrayList<>();
    for (MilestonePlan milestone : book.plan.milestones()) {
      tracks.add(coroutines.start(new MilestoneTrack(hire, milestone)::run));
    }
    return Promise.allOf(tracks);
  }

  private static void unlessOvertaken(Runnable step) {
    try {
      step.run();
    } catch (StepAbandoned overtaken) {
      Workflow.getLogger(HireProcess.class).debug(overtaken.getMessage());
    }
  }
}
