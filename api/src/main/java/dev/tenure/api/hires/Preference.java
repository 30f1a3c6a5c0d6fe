package dev.tenure.api.hires;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The preference {@code wait=N} (RFC 7240), held to at most 30 seconds. */
record Preference(Duration longest) {

  /** The header that says what was done of a preference. */
  static final String APPLIED = "Preference-Applied";

  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?:[,;]|$)");
  private static final int MOST = 30;

  static Optional<Preference> wait(@Nullable String prefer) {
    if (prefer == null) {
      return Optional.empty();
    }
    Matcher found = WAIT.matcher(prefer);
    return found.find()
        ? Optional.of(
            new Preference(Duration.ofSeconds(Math.min(MOST, Integer.parseInt(found.group(1))))))
        : Optional.empty();
  }

  String text() {
    return "wait=" + longest.toSeconds();
  }
}
