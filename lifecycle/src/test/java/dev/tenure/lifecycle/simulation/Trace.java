package dev.tenure.lifecycle.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened in a run, in plain words; nothing is kept unless somebody wants to read it. */
final class Trace {
  private final boolean on;
  private final List<String> lines = new ArrayList<>();

  private Trace(boolean on) {
    this.on = on;
  }

  static Trace none() {
    return new Trace(false);
  }

  static Trace kept() {
    return new Trace(true);
  }

  /** Ask before words are made. */
  boolean on() {
    return on;
  }

  void say(Agenda agenda, String who, String what) {
    Duration since = Duration.ofMillis(agenda.now());
    lines.add(
        "%2dd %02d:%02d:%02d.%03d  %-11s %s"
            .formatted(
                since.toDays(),
                since.toHoursPart(),
                since.toMinutesPart(),
                since.toSecondsPart(),
                since.toMillisPart(),
                who,
                what));
  }

  List<String> lines() {
    return lines;
  }
}
