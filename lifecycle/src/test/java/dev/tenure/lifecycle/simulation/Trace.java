package dev.tenure.lifecycle.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened in a run, in plain words; nothing is kept unless somebody wants to read it. */
public final class Trace {
  private final boolean on;
  private final List<String> lines = new ArrayList<>();

  private Trace(boolean on) {
    this.on = on;
  }

  public static Trace none() {
    return new Trace(false);
  }

  public static Trace kept() {
    return new Trace(true);
  }

  /** Ask before words are made. */
  public boolean on() {
    return on;
  }

  public void say(Agenda agenda, String who, String what) {
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

  public List<String> lines() {
    return lines;
  }
}
