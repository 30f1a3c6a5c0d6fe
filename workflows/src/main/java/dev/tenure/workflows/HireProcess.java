package dev.tenure.workflows;

import io.temporal.workflow.Workflow;

/** The process: request the hire, run its milestones, end the contract. */
final class HireProcess {
  private final HireParts hire;
  private final Book book;
  private final Course course;
  private final Coroutines coroutines;
  private final Hiring hiring;
  private final TermsCheck terms;
  private final Milestones milestones;
  private final Ending ending;

  HireProcess(HireParts hire, Coroutines coroutines) {
    this.hire = hire;
    this.book = hire.book();
    this.course = hire.course();
    this.coroutines = coroutines;
    this.hiring = new Hiring(hire);
    this.terms = new TermsCheck(hire);
    this.milestones = new Milestones(hire, coroutines);
    this.ending = new Ending(hire);
  }

  void run() {
    hire.holding().honourAborts();
    while (!book.hasContract() && !course.halted()) {
      unlessOvertaken(hiring::run);
    }
    if (!book.hasContract() && course.over()) {
      hiring.lookBack();
    }
    if (book.hasContract()) {
      ContractWatch watch = new ContractWatch(hire);
      coroutines.start(watch::run);
      settleTerms();
      watch.termsHold();
      coroutines.start(milestones::run);
      while (!course.halted()) {
        unlessOvertaken(ending::run);
      }
      Workflow.await(milestones::atRest);
    }
    if (course.over()) {
      new Closing(book, hire.incidents()).close();
    }
  }

  /**
   * Again when people have settled in the app what held it: the terms are still to be looked at.
   */
  private void settleTerms() {
    do {
      unlessOvertaken(terms::run);
    } while (!terms.settled() && !course.halted() && !course.ending());
  }

  private static void unlessOvertaken(Runnable step) {
    try {
      step.run();
    } catch (StepAbandoned overtaken) {
      Workflow.getLogger(HireProcess.class).debug(overtaken.getMessage());
    }
  }
}
