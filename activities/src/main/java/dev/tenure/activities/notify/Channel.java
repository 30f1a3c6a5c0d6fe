package dev.tenure.activities.notify;

/** A way to reach people. */
public interface Channel {

  /** What it is called in configuration and in the Temporal Web UI, e.g. {@code slack}. */
  String name();

  /**
   * Delivers a notice; returns once the receiver took it. The same notice may come again after a
   * failure: where the receiver can tell, {@link Notice#id} is the same each time.
   *
   * @throws UndeliveredException when the receiver did not surely take it
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void deliver(Notice notice) throws UndeliveredException, InterruptedException;
}
