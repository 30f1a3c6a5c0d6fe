package dev.tenure.api.access;

import java.util.Map;
import java.util.Optional;

/** Keeps a front without keys from being opened to the world. */
public final class StartCheck {

  private StartCheck() {}

  /** Why the process must not start with this environment, if so. */
  public static Optional<String> objection(Map<String, String> environment) {
    String host = environment.getOrDefault("TENURE_API_HOST", "127.0.0.1");
    String keys = environment.getOrDefault("TENURE_API_KEYS", "");
    try {
      boolean keyed = !EnvironmentKeys.parse(keys).isEmpty();
      return keyed || Loopback.names(host)
          ? Optional.empty()
          : Optional.of(
              "The api will not listen on "
                  + host
                  + " without API keys. Set TENURE_API_KEYS=name:key,... with keys of at least 20"
                  + " characters, or leave TENURE_API_HOST at 127.0.0.1.");
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
