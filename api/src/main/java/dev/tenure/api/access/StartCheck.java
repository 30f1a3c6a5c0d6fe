package dev.tenure.api.access;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Refuses, before anything starts, an environment that a front must not or cannot run with. */
public final class StartCheck {

  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(5);

  private StartCheck() {}

  /** Why the process must not start with this environment, if so. */
  public static Optional<String> objection(Map<String, String> environment) {
    return open(environment).or(() -> drain(environment.getOrDefault("TENURE_API_DRAIN", "")));
  }

  private static Optional<String> drain(String given) {
    if (given.isBlank()) {
      return Optional.empty();
    }
    try {
      Duration drain = Duration.parse(given);
      return drain.isNegative() || drain.compareTo(LONGEST_DRAIN) > 0
          ? Optional.of(drainWords(given, "it is outside of these bounds"))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of(drainWords(given, String.valueOf(e.getMessage())));
    }
  }

  private static String drainWords(String given, String reason) {
    return "TENURE_API_DRAIN='%s' must be an ISO-8601 duration from PT0S to PT5M, for example PT5S: %s."
        .formatted(given, reason);
  }

  /** Keeps a front without keys from being opened to the world. */
  private static Optional<String> open(Map<String, String> environment) {
    // The framework's own variable goes before what is set by ours.
    String variable =
        environment.containsKey("MICRONAUT_SERVER_HOST")
            ? "MICRONAUT_SERVER_HOST"
            : "TENURE_API_HOST";
    String host = environment.getOrDefault(variable, "127.0.0.1");
    String keys = environment.getOrDefault("TENURE_API_KEYS", "");
    try {
      boolean keyed = !EnvironmentKeys.parse(keys).isEmpty();
      return keyed || Loopback.names(host)
          ? Optional.empty()
          : Optional.of(
              "The api will not listen on "
                  + host
                  + " without API keys. Set TENURE_API_KEYS=name:key,... with keys of at least 20"
                  + " characters, or leave "
                  + variable
                  + " at 127.0.0.1.");
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
