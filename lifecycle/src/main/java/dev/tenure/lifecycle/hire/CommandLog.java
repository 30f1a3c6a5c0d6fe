package dev.tenure.lifecycle.hire;

import dev.tenure.lifecycle.command.CommandRequest;
import java.time.Instant;
import java.util.List;

/** The commands of a hire that were carried out: each once per key. */
public final class CommandLog {
  /** Of at most some 300 bytes each: far below the largest payload, and weeks of busy steering. */
  static final int REMEMBERED = 1_000;

  private CommandLog() {}

  /**
   * Writes a command down before it is carried out.
   *
   * @return whether its key is new
   */
  public static boolean add(HireState<?> hire, CommandRequest request, Instant now) {
    CommandRecord done = new CommandRecord(request.command().words(), request.actor(), now);
    if (hire.commands.putIfAbsent(request.key(), done) != null) {
      return false;
    }
    hire.tick++;
    return true;
  }

  /**
   * Forgets the oldest keys before a hand-over. A hire that is steered for months would else
   * outgrow the largest payload that Temporal takes, and could not be handed over any more.
   */
  public static void forgetOldest(HireState<?> hire) {
    int tooMany = Math.max(0, hire.commands.size() - REMEMBERED);
    List<String> oldest = hire.commands.keySet().stream().limit(tooMany).toList();
    oldest.forEach(hire.commands::remove);
  }
}
