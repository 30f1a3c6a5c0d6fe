package dev.tenure.lifecycle.opentrain.marketplace;

import java.util.Optional;

/** The tags that make milestones on the marketplace ours: {@code tenure:{hireId}/{key}}. */
public final class Tags {
  private static final String PREFIX = "tenure:";

  private Tags() {}

  public static String of(String hireId, String key) {
    return PREFIX + hireId + "/" + key;
  }

  /** The milestone key in a tag of this very hire. */
  public static Optional<String> key(String hireId, String tag) {
    String mine = PREFIX + hireId + "/";
    return tag.startsWith(mine) ? Optional.of(tag.substring(mine.length())) : Optional.empty();
  }
}
