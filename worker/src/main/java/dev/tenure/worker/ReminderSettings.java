package dev.tenure.worker;

import dev.tenure.activities.notify.Channel;
import dev.tenure.activities.notify.Fraction;
import dev.tenure.activities.notify.ReminderPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is reminded of pending approvals, and when: {@code TENURE_REMINDERS}.
 *
 * @param channels every channel that is configured
 */
record ReminderSettings(ReminderPolicy policy, List<Channel> channels) {

  private static final String VARIABLE = "TENURE_REMINDERS";

  /** An announcement, and a last word three hours before the end of OpenTrain's 72. */
  private static final String USUAL = "0, 1/2, 5/6+, 23/24+";

  private static final String OFF = "off";

  ReminderSettings {
    channels = List.copyOf(channels);
  }

  /**
   * Reads the environment.
   *
   * @throws SettingsException with words for people, which repeat no secret
   */
  static ReminderSettings of(Variables variables) {
    String text = variables.text(VARIABLE, USUAL);
    ReminderChannels channels = ReminderChannels.of(variables);
    List<ReminderPolicy.Step> steps = text.equals(OFF) ? List.of() : steps(text);
    List<Channel> all =
        Stream.concat(channels.ordinary().stream(), channels.escalation().stream()).toList();
    return new ReminderSettings(
        new ReminderPolicy(steps, names(channels.ordinary()), names(channels.escalation())), all);
  }

  private static List<String> names(List<Channel> channels) {
    return channels.stream().map(Channel::name).toList();
  }

  private static List<ReminderPolicy.Step> steps(String text) {
    try {
      List<ReminderPolicy.Step> steps =
          Arrays.stream(text.split(",", -1))
              .map(String::strip)
              .map(ReminderSettings::step)
              .toList();
      checkOrder(steps);
      return steps;
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          VARIABLE
              + "="
              + text
              + " cannot be used: "
              + e.getMessage()
              + ". Wanted: parts of the approval's window, soonest first, a + for those that are"
              + " escalated, e.g. "
              + USUAL
              + "; or "
              + OFF);
    }
  }

  private static ReminderPolicy.Step step(String text) {
    boolean escalated = text.endsWith("+");
    String when = escalated ? text.substring(0, text.length() - 1) : text;
    return new ReminderPolicy.Step(Fraction.of(when), escalated);
  }

  private static void checkOrder(List<ReminderPolicy.Step> steps) {
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).when().compareTo(steps.get(i - 1).when()) <= 0) {
        throw new IllegalArgumentException("each must be later than the one before");
      }
    }
  }
}
