package dev.tenure.workflows;

import dev.tenure.model.RecordBatch;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import java.util.Map;

/** Carries out commands once per idempotency key. */
final class Commands {
  /** Of at most some 300 bytes each: far below the largest payload, and weeks of busy steering. */
  static final int REMEMBERED = 1_000;

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

  /**
   * Forgets the oldest keys before a hand-over. A hire that is steered for months would else
   * outgrow the largest payload that Temporal takes, and could not be handed over any more.
   */
  static void forgetOldest(Map<String, String> commands) {
    int tooMany = Math.max(0, commands.size() - REMEMBERED);
    commands.keySet().removeAll(commands.keySet().stream().limit(tooMany).toList());
  }

  private static String key() {
    return Workflow.getCurrentUpdateInfo().map(UpdateInfo::getUpdateId).orElseThrow();
  }
}
