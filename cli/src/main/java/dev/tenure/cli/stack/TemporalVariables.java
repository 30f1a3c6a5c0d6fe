package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import java.util.List;
import java.util.Map;

/**
 * The standard {@code TEMPORAL_*} variables of this environment. Some of them are secrets, and all
 * of them are the engine's alone.
 */
record TemporalVariables(Environment env) {

  private static final String PREFIX = "TEMPORAL_";

  /** Each of them names a service that is not ours. */
  private static final List<String> NAMES =
      List.of("TEMPORAL_ADDRESS", "TEMPORAL_CONFIG_FILE", "TEMPORAL_PROFILE");

  static boolean isOne(String name) {
    return name.startsWith(PREFIX);
  }

  boolean nameAnother() {
    return NAMES.stream().anyMatch(name -> env.get(name).isPresent());
  }

  /**
   * Credentials without the service that they are for.
   *
   * @throws Refused with words that name the variable and not its value
   */
  void check() {
    if (nameAnother()) {
      return;
    }
    env.variables().keySet().stream()
        .filter(name -> name.startsWith("TEMPORAL_API_KEY") || name.startsWith("TEMPORAL_TLS"))
        .filter(name -> env.get(name).isPresent())
        .findFirst()
        .ifPresent(
            name -> {
              throw Refused.usage(
                  name
                      + " is for a Temporal of your own, which nothing names: set TEMPORAL_ADDRESS,"
                      + " or TEMPORAL_PROFILE, with it");
            });
  }

  /** What api and worker are told. */
  Map<String, String> forTheEngine(String ownAddress) {
    return nameAnother()
        ? env.only(TemporalVariables::isOne).variables()
        : Map.of(
            "TEMPORAL_ADDRESS",
            ownAddress,
            "TEMPORAL_NAMESPACE",
            env.get("TEMPORAL_NAMESPACE", "default"),
            // The profile file of this user is for other services than ours.
            "TEMPORAL_CONFIG_FILE",
            "/dev/null");
  }
}
