package dev.tenure.workflows;

import dev.tenure.model.RecordBatch;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;

/** Carries out commands once per idempotency key. */
final class Commands {
  private final Book book;
  private final Reports reports;

  Commands(Book book) {
    this.book = book;
    this.reports = new Reports(book);
  }

  /** Lets a repeated command pass: it is answered as before, whatever the state allows by now. */
  void check(Runnable permit) {
    if (!book.state.commands.containsKey(key())) {
      permit.run();
    }
  }

  /**
   * Carries a command out unless its key was seen before.
   *
   * @return the documents that are not recorded yet
   */
  RecordBatch once(String command, Runnable effect) {
    if (book.state.commands.putIfAbsent(key(), command) == null) {
      effect.run();
    }
    return reports.unrecorded();
  }

  private static String key() {
    return Workflow.getCurrentUpdateInfo().map(UpdateInfo::getUpdateId).orElseThrow();
  }
}
