package dev.tenure.worker.settings;

import dev.tenure.activities.notify.Fraction;
import dev.tenure.activities.notify.ReminderPolicy.Step;
import java.util.Arrays;
import java.util.List;

/**
 * The moments of reminders, soonest first; none: nobody is reminded.
 *
 * @param steps parts of the approval's window
 */
public record ReminderSchedule(List<Step> steps) {

  static final String USUAL = "0, 1/2, 5/6+, 23/24+";

  private static final String OFF = "off";

  public ReminderSchedule {
    steps = List.copyOf(steps);
  }

  /**
   * Reads {@code TENURE_REMINDERS}.
   *
   * @throws IllegalArgumentException with words for people
   */
  static ReminderSchedule of(String text) {
    if (text.equals(OFF)) {
      return new ReminderSchedule(List.of());
    }
    try {
      List<Step> steps =
          Arrays.stream(text.split(",", -1))
              .map(String::strip)
              .map(ReminderSchedule::step)
              .toList();
      checkOrder(steps);
      return new ReminderSchedule(steps);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          e.getMessage()
              + ". Wanted: parts of the approval's window, soonest first, a + for those that are"
              + " escalated, e.g. "
              + USUAL
              + "; or "
              + OFF,
          e);
    }
  }

  private static Step step(String text) {
    boolean escalated = text.endsWith("+");
    String when = escalated ? text.substring(0, text.length() - 1) : text;
    return new Step(Fraction.of(when), escalated);
  }

  private static void checkOrder(List<Step> steps) {
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).when().compareTo(steps.get(i - 1).when()) <= 0) {
        throw new IllegalArgumentException("each must be later than the one before");
      }
    }
  }
}
