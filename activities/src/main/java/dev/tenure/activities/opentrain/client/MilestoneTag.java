package dev.tenure.activities.opentrain.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our mark in a milestone's description. OpenTrain takes no idempotency key for milestones; this is
 * how one is found again.
 */
public final class MilestoneTag {

  private static final Pattern MARK = Pattern.compile("\\[(tenure:[^\\s\\[\\]]+)]");

  private MilestoneTag() {}

  /** A description that carries the tag on a line of its own, after what people wrote. */
  public static String describe(@Nullable String description, String tag) {
    String mark = "[" + tag + "]";
    return description == null || description.isBlank() ? mark : description.strip() + "\n" + mark;
  }

  /** The tag that a description carries; the last one, should people have copied others into it. */
  static @Nullable String find(@Nullable String description) {
    if (description == null) {
      return null;
    }
    String tag = null;
    Matcher marks = MARK.matcher(description);
    while (marks.find()) {
      tag = marks.group(1);
    }
    return tag;
  }
}
