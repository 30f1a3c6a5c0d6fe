package dev.tenure.cli.temporal;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The version of a Temporal server, as {@code temporal --version} names it in brackets. */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {
  private static final Pattern IN_WORDS = Pattern.compile("Server (\\d+)\\.(\\d+)\\.(\\d+)");
  private static final Comparator<ServerVersion> ORDER =
      Comparator.comparingInt(ServerVersion::major)
          .thenComparingInt(ServerVersion::minor)
          .thenComparingInt(ServerVersion::patch);

  static Optional<ServerVersion> in(String words) {
    var match = IN_WORDS.matcher(words);
    return match.find()
        ? Optional.of(
            new ServerVersion(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(ServerVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
